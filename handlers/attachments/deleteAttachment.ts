import type { Handler } from '#src/http/handler/handler.ts';

/** Removes an attachment with its bytes. */
export const deleteAttachment: Handler<'deleteAttachment'> = async (ctx, input) => {
  await ctx.services.attachments.delete(ctx.work, input.path.attachment_id);
  return { status: 204 };
};
