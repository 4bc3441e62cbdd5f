import type { Handler } from '#src/http/handler/handler.ts';
import { toAttachment } from './_wire.ts';

/** The files of a message. */
export const listAttachments: Handler<'listAttachments'> = async (ctx, input) => {
  const attachments = await ctx.services.attachments.list(ctx.work, input.path.message_id);
  return { status: 200, body: { items: attachments.map(toAttachment) } };
};
