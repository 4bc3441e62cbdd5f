import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { toConversation } from './_wire.ts';

/** One conversation. */
export const getConversation: Handler<'getConversation'> = async (ctx, input) => {
  const conversation = await ctx.services.conversations.get(ctx.work, input.path.conversation_id);
  return {
    status: 200,
    headers: { etag: versionETag(conversation.version) },
    body: toConversation(conversation),
  };
};
