import { ShareLinkStore } from '#src/domain/sharing/share-link-store.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { JobHandler } from '#src/platform/jobs/job.ts';
import { untilNothing, upkeepJob } from '#src/platform/maintenance.ts';

export const shareUpkeep = upkeepJob('share-upkeep');
export const SHARE_UPKEEP_CRON = '57 * * * *';

/** Expired links are kept with their accesses for a month, for questions about who read the conversation. */
const KEEP_MS = 30 * 24 * 3_600_000;
const BATCH = 500;

/** Deletes share links that expired long ago. */
export function deleteOldShareLinks(db: Database): JobHandler<Record<string, never>> {
  const store = new ShareLinkStore(db.kysely);
  return async (_payload, { signal }) => {
    await untilNothing(signal, () => store.deleteOver(KEEP_MS, BATCH));
  };
}
