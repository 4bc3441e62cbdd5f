import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { readSettingsChange, toSettings } from './_wire.ts';

/** Replaces all settings of a conversation, since the contract asks for every field. */
export const replaceConversationSettings: Handler<'replaceConversationSettings'> = async (ctx, input) => {
  const stored = await ctx.services.conversationSettings.update(
    ctx.work,
    input.path.conversation_id,
    readSettingsChange(input.body),
    readIfMatch(input.header['if-match']),
  );
  return { status: 200, headers: { etag: versionETag(stored.version) }, body: toSettings(stored) };
};
