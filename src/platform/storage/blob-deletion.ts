import { z } from 'zod';
import type { Deliver, OutboxKind } from '#src/platform/outbox.ts';
import type { Storage } from '#src/platform/storage/storage.ts';

/**
 * Deletes a blob after the commit that deleted its row, so that no row names a missing blob. A database trigger adds
 * such rows for attachments (migration 0007), so name and payload must not change.
 */
export const blobDeletion: OutboxKind<{ key: string }> = {
  name: 'delete-blob',
  schema: z.object({ key: z.string() }),
};

export function deleteBlob(storage: Storage): Deliver<{ key: string }> {
  return ({ key }) => storage.delete(key);
}
