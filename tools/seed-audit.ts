import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { ChainedEntry } from '#src/domain/audit/audit-entry.ts';
import { AuditKeys, NO_PREDECESSOR } from '#src/domain/audit/audit-keys.ts';
import { AuditStore } from '#src/domain/audit/audit-store.ts';
import { readConfig } from '#src/platform/config.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createLog } from '#src/platform/log.ts';

/** Fills an empty trail with entries of a busy day, to measure how long its check takes. Never on a trail in use. */
const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000000' } } });
const BATCH = 2_000;
const ACTIONS = ['session.open', 'message.create', 'conversation.update', 'user.list', 'attachment.download'];

const config = readConfig(process.env);
const keys = new AuditKeys(config.auditKeys);
const database = await openDatabase(
  {
    databaseUrl: config.databaseUrl,
    embeddedDirectory: config.dataDir,
    cacheDirectory: `${config.dataDir}/cache`,
    poolSize: 1,
    statementTimeoutMs: 0,
  },
  createLog({ level: 'warn', form: 'line', sensitiveNames: [], destination: process.stderr }),
);
const total = Number(values.entries);
const store = new AuditStore(database.kysely);
if ((await store.listAfter(0, 1)).length > 0) throw new Error('The trail is in use.');
const actors = Array.from({ length: 100 }, () => randomUUID());
const began = Date.now() - total;
let previous = NO_PREDECESSOR;
for (let seq = 1; seq <= total; ) {
  const batch: ChainedEntry[] = [];
  for (; batch.length < BATCH && seq <= total; seq++) {
    const action = ACTIONS[seq % ACTIONS.length] as string;
    const entry = {
      seq,
      occurredAt: new Date(began + seq),
      action,
      operation: 'seed',
      outcome: 'succeeded' as const,
      errorCode: undefined,
      actorId: actors[seq % actors.length],
      actorRole: 'user',
      objectType: action.slice(0, action.indexOf('.')),
      objectId: randomUUID(),
      requestId: randomUUID(),
      ip: '203.0.113.7',
      details: { fields: 'title archived', conversation_id: actors[seq % 7] as string },
      keyId: keys.currentId,
    };
    previous = keys.link(entry, previous) as Buffer;
    batch.push({ ...entry, mac: previous });
  }
  await store.insertMany(batch);
  if (seq % 100_000 < BATCH) console.log(`${seq - 1} of ${total}`);
}
const head = { seq: total, mac: previous, keyId: keys.currentId, seal: keys.seal('head', total, previous) };
await store.insertHead(head);
await store.updateHead(head);
console.log(`${total} entries written`);
await database.close();
process.exit();
