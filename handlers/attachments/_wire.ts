import type { components } from '#generated/schema.gen.ts';
import type { Attachment } from '#src/domain/attachments/attachment.ts';

/** An attachment as the contract shows it. */
export function toAttachment(attachment: Attachment): components['schemas']['Attachment'] {
  return {
    id: attachment.id,
    message_id: attachment.messageId,
    file_name: attachment.fileName,
    file_type: attachment.kind,
    mime_type: attachment.mimeType,
    file_size: attachment.sizeBytes,
    sha256: attachment.sha256,
    created_at: attachment.createdAt.toISOString(),
  };
}
