import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch } from '#src/http/handler/version-tag.ts';

/** Deletes a conversation with everything in it. */
export const deleteConversation: Handler<'deleteConversation'> = async (ctx, input) => {
  const condition = readIfMatch(input.header['if-match']);
  await ctx.services.conversations.delete(ctx.work, input.path.conversation_id, condition);
  return { status: 204 };
};
