import { z } from 'zod';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createIds } from '#src/platform/ids.ts';
import { Jobs } from '#src/platform/jobs/jobs.ts';
import { createLog } from '#src/platform/log.ts';
import { createMetrics } from '#src/platform/metrics.ts';
import { createNotifications } from '#src/platform/notifications.ts';

/** A process that runs jobs. Prints each run, and ends only runs after the first. */
const [url, directory, embeddedTemplate, enqueue] = process.argv.slice(2) as [
  string,
  string,
  string,
  string?,
];
const databaseUrl = url === '' ? undefined : url;
const log = createLog({ level: 'error', form: 'json', sensitiveNames: [], destination: process.stderr });
const db = await openDatabase(
  { databaseUrl, embeddedDirectory: directory, embeddedTemplate, poolSize: 4, statementTimeoutMs: 10_000 },
  log,
);
const notifications = createNotifications(db, databaseUrl, log);
const jobs = new Jobs({
  db,
  notifications,

  ids: createIds(),
  log,
  metrics: createMetrics(),
  leaseMs: 2_000,
});
const job = {
  name: 'slow',
  schema: z.object({}),
  retryLimit: 3,
  backoffSeconds: 1,
  expireSeconds: 3_600,
  concurrency: 1,
};
jobs.register(job, async (_payload, run) => {
  process.stdout.write(`began ${run.attempt}\n`);
  if (run.attempt === 1) await new Promise(() => undefined);
  process.stdout.write(`ended ${run.attempt}\n`);
});
await jobs.prepare();
notifications.start();
if (enqueue !== undefined) await db.transactAlone((tx) => jobs.enqueue(tx, job, {}));
jobs.start();
setInterval(() => undefined, 1_000);
