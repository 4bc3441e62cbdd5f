import type { Handler } from '#src/http/handler/handler.ts';
import { toAttachment } from './_wire.ts';

/** Adds a file to a message. */
export const uploadAttachment: Handler<'uploadAttachment'> = async (ctx, input) => {
  const { fileName, detectedType, sizeBytes, sha256, path } = input.body.file;
  const { attachment, replayed } = await ctx.services.attachments.upload(ctx.work, {
    messageId: input.path.message_id,
    fileName,
    detectedType,
    sizeBytes,
    sha256,
    path,
  });
  const location = `/api/attachments/${attachment.id}/download`;
  return {
    status: 201,
    headers: replayed ? { location, 'idempotent-replayed': 'true' } : { location },
    body: toAttachment(attachment),
  };
};
