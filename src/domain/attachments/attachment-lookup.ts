import { AttachmentStore } from '#src/domain/attachments/attachment-store.ts';
import type { AttachmentLookup, ExportAttachment } from '#src/domain/export/export-source.ts';
import type { Database } from '#src/platform/db/database.ts';

/** Attachments as exports list them. */
export function attachmentLookup(db: Database): AttachmentLookup {
  return {
    async attachmentsOf(messageIds) {
      const found = new Map<string, ExportAttachment[]>();
      if (messageIds.length === 0) return found;
      for (const file of await new AttachmentStore(db.kysely).listOfMessages(messageIds)) {
        const { id, messageId, fileName, mimeType, sizeBytes, sha256 } = file;
        found.set(messageId, [
          ...(found.get(messageId) ?? []),
          { id, fileName, mimeType, sizeBytes, sha256 },
        ]);
      }
      return found;
    },
  };
}
