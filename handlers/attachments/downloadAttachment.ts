import type { Handler } from '#src/http/handler/handler.ts';

/** The bytes of an attachment. */
export const downloadAttachment: Handler<'downloadAttachment'> = async (ctx, input) => {
  const { attachment, read } = await ctx.services.attachments.open(ctx.work, input.path.attachment_id);
  const { fileName, sizeBytes, sha256, createdAt } = attachment;
  return {
    status: 200,
    type: 'application/octet-stream',
    file: {
      fileName,
      sizeBytes,
      etag: `"${sha256}"`,
      lastModified: createdAt,
      open: read,
    },
  };
};
