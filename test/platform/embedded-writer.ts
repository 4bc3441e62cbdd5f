import { randomUUID } from 'node:crypto';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createLog } from '#src/platform/log.ts';

/** Writes users until it is killed, and prints the id of each after it is committed. */
const [directory, embeddedTemplate] = process.argv.slice(2) as [string, string];
const database = await openDatabase(
  {
    databaseUrl: undefined,
    embeddedDirectory: directory,
    embeddedTemplate,
    poolSize: 1,
    statementTimeoutMs: 1_000,
  },
  createLog({ level: 'error', form: 'json', sensitiveNames: [], destination: process.stderr }),
);
for (;;) {
  const id = randomUUID();
  const at = new Date();
  await database.transactAlone((tx) =>
    tx
      .insertInto('users')
      .values({
        id,
        email: id,
        email_lower: id,
        password_hash: 'x',
        role: 'user',
        created_at: at,
        updated_at: at,
      })
      .execute(),
  );
  process.stdout.write(`${id}\n`);
}
