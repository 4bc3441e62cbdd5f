import { z } from 'zod';
import type { Database } from '#src/platform/db/database.ts';
import type { IdempotencyStore } from '#src/platform/idempotency-store.ts';
import type { JobDefinition, JobHandler } from '#src/platform/jobs/job.ts';
import { JobRunStore } from '#src/platform/jobs/job-run-store.ts';
import type { Storage } from '#src/platform/storage/storage.ts';

/** Options of an upkeep job: nobody waits for it, and its next slot makes up for a failed one. */
export function upkeepJob(name: string): JobDefinition<Record<string, never>> {
  return {
    name,
    schema: z.object({}).strict(),
    retryLimit: 3,
    backoffSeconds: 30,
    expireSeconds: 900,
    concurrency: 1,
  };
}

export const platformUpkeep = upkeepJob('platform-upkeep');
export const PLATFORM_UPKEEP_CRON = '17 * * * *';

export interface UpkeepParts {
  readonly db: Database;
  readonly storage: Storage;
  readonly idempotency: IdempotencyStore;
}

const DAY_MS = 24 * 3_600_000;
const KEEP_SUCCEEDED_MS = 7 * DAY_MS;
/** As long as pg-boss keeps the data for another run. */
const KEEP_FAILED_MS = 30 * DAY_MS;
const KEEP_UNFINISHED_MS = DAY_MS;
const BATCH = 1_000;

/** Deletes expired rows and files of the platform: idempotency keys, finished jobs, unfinished blobs. */
export function keepPlatformUp(parts: UpkeepParts): JobHandler<Record<string, never>> {
  const { db, storage, idempotency } = parts;
  const runs = new JobRunStore(db.kysely);
  return async (_payload, { signal }) => {
    await untilNothing(signal, () => idempotency.deleteExpired());
    await untilNothing(signal, () => runs.deleteFinished('succeeded', KEEP_SUCCEEDED_MS, BATCH));
    await untilNothing(signal, () => runs.deleteFinished('failed', KEEP_FAILED_MS, BATCH));
    await storage.sweepUnfinished(KEEP_UNFINISHED_MS);
  };
}

/** Deletes in bounded steps, so that no statement locks many rows for long. */
export async function untilNothing(signal: AbortSignal, step: () => Promise<number>): Promise<void> {
  while ((await step()) > 0) signal.throwIfAborted();
}
