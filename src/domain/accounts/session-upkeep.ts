import { ExpiredSessionStore } from '#src/domain/accounts/expired-session-store.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { JobHandler } from '#src/platform/jobs/job.ts';
import { untilNothing, upkeepJob } from '#src/platform/maintenance.ts';

export const sessionUpkeep = upkeepJob('session-upkeep');
export const SESSION_UPKEEP_CRON = '47 * * * *';

/** Ended sessions are kept for a day, for questions about what happened. */
const KEEP_MS = 24 * 3_600_000;
const BATCH = 1_000;

/** Deletes expired refresh tokens, and sessions without any. */
export function deleteExpiredSessions(db: Database): JobHandler<Record<string, never>> {
  const store = new ExpiredSessionStore(db.kysely);
  return async (_payload, { signal }) => {
    await untilNothing(signal, () => store.deleteTokens(KEEP_MS, BATCH));
    await untilNothing(signal, () => store.deleteFamilies(KEEP_MS, BATCH));
  };
}
