import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch } from '#src/http/handler/version-tag.ts';

/** Takes a message out of every view. */
export const deleteMessage: Handler<'deleteMessage'> = async (ctx, input) => {
  const { conversation_id: conversationId, message_id: id } = input.path;
  const condition = readIfMatch(input.header['if-match']);
  await ctx.services.messages.delete(ctx.work, conversationId, id, condition);
  return { status: 204 };
};
