import { ATTACHMENT_PREFIX, attachmentIdOf, blobKeyOf } from '#src/domain/attachments/attachment.ts';
import { AttachmentStore } from '#src/domain/attachments/attachment-store.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { JobHandler } from '#src/platform/jobs/job.ts';
import type { Log } from '#src/platform/log.ts';
import { upkeepJob } from '#src/platform/maintenance.ts';
import { sweepOrphans } from '#src/platform/storage/orphans.ts';
import type { Storage } from '#src/platform/storage/storage.ts';

/** Once a day, since every blob there is has to be looked at. */
export const attachmentUpkeep = { ...upkeepJob('attachment-upkeep'), expireSeconds: 6 * 3_600 };
export const ATTACHMENT_UPKEEP_CRON = '23 3 * * *';

/** Longer than any upload may take between its blob and its row. */
const YOUNG_MS = 24 * 3_600_000;

/** Deletes the bytes that no attachment names: of uploads whose process died before their commit. */
export function sweepAttachments(
  parts: { readonly db: Database; readonly storage: Storage; readonly log: Log },
  olderThanMs = YOUNG_MS,
): JobHandler<Record<string, never>> {
  const { db, storage, log } = parts;
  const store = new AttachmentStore(db.kysely);
  return async (_payload, { signal }) => {
    const swept = await sweepOrphans({
      storage,
      prefix: ATTACHMENT_PREFIX,
      olderThanMs,
      signal,
      async isKnown(keys) {
        const ids = keys.map(attachmentIdOf).filter((id) => id !== undefined);
        return new Set((await store.existing(ids)).map(blobKeyOf));
      },
    });
    if (swept > 0) log.warn({ blobs: swept }, 'files of attachments without a row were deleted');
  };
}
