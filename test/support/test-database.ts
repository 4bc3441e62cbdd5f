import pg from 'pg';
import { Database } from '#src/platform/db/database.ts';
import { openEmbedded } from '#src/platform/db/embedded-database.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createLog, type Log } from '#src/platform/log.ts';
import { copyTemplate, createDatabase } from '#test/support/server-databases.ts';
import { packedTemplate } from '../../tools/database-template.ts';

/** A separate database for one test worker: in memory, or a new one on the server of `TEST_DATABASE_URL`. */
export interface TestDatabase {
  readonly database: Database;
  /** Address for a second process or pool; undefined for a database in this process. */
  readonly url: string | undefined;
  setRole(userId: string, role: 'user' | 'viewer' | 'admin'): Promise<void>;
  close(): Promise<void>;
}

export function quietLog(): Log {
  return createLog({ level: 'error', form: 'json', sensitiveNames: [], destination: process.stderr });
}

/** Opens a database with all tables and no rows. */
export async function openTestDatabase(server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  const fresh = server === undefined ? undefined : await copyTemplate(server, quietLog());
  const database = await openDatabase(
    {
      databaseUrl: fresh?.url,
      embeddedDirectory: undefined,
      embeddedTemplate: fresh === undefined ? await packedTemplate() : undefined,
      poolSize: 10,
      statementTimeoutMs: 15_000,
      lockTimeoutMs: 10_000,
    },
    quietLog(),
  );
  return {
    database,
    url: fresh?.url,
    async setRole(userId, role) {
      await database.kysely.updateTable('users').set({ role }).where('users.id', '=', userId).execute();
    },
    async close() {
      await database.close();
      await fresh?.drop();
    },
  };
}

/** Two pools, as of two replicas, on one database without tables. */
export interface EmptyDatabase {
  readonly first: Database;
  readonly second: Database;
  close(): Promise<void>;
}

export async function openEmptyDatabase(): Promise<EmptyDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  const { pool, drop } = server === undefined ? await emptyEmbedded() : await emptyOnServer(server);
  const [first, second] = [pool(), pool()];
  return {
    first,
    second,
    async close() {
      await Promise.all([first.close(), second.close()]);
      await drop();
    },
  };
}

interface EmptyPools {
  readonly pool: () => Database;
  readonly drop: () => Promise<void>;
}

async function emptyEmbedded(): Promise<EmptyPools> {
  const { backend, close } = await openEmbedded({
    directory: undefined,
    template: undefined,
    log: quietLog(),
  });
  const settings = { user: 'postgres', database: 'postgres', stream: () => backend.connect() as never };
  return { pool: () => new Database('embedded', new pg.Pool(settings), async () => undefined), drop: close };
}

async function emptyOnServer(server: string): Promise<EmptyPools> {
  const { url, drop } = await createDatabase(server);
  const settings = { connectionString: url };
  return { pool: () => new Database('postgres', new pg.Pool(settings), async () => undefined), drop };
}
