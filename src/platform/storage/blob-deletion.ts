import { z } from 'zod';
import type { Deliver, OutboxKind } from '#src/platform/outbox.ts';
import type { Storage } from '#src/platform/storage/storage.ts';

/**
 * Deletes a blob after the commit that removed its row: the row never names a blob that is gone. The database itself adds
 * such rows for attachments (migration 0007), so name and payload have to stay as they are.
 */
export const blobDeletion: OutboxKind<{ key: string }> = {
  name: 'delete-blob',
  schema: z.object({ key: z.string() }),
};

export function deleteBlob(storage: Storage): Deliver<{ key: string }> {
  return ({ key }) => storage.delete(key);
}
