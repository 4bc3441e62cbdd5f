import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { toSettings } from './_wire.ts';

/** The settings of the assistant in a conversation. */
export const getConversationSettings: Handler<'getConversationSettings'> = async (ctx, input) => {
  const stored = await ctx.services.conversationSettings.get(ctx.work, input.path.conversation_id);
  return { status: 200, headers: { etag: versionETag(stored.version) }, body: toSettings(stored) };
};
