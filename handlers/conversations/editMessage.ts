import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { toMessage } from './_wire.ts';

/** Replaces the content of a message. */
export const editMessage: Handler<'editMessage'> = async (ctx, input) => {
  const message = await ctx.services.messages.edit(
    ctx.work,
    input.path.conversation_id,
    input.path.message_id,
    input.body.content,
    readIfMatch(input.header['if-match']),
  );
  return { status: 200, headers: { etag: versionETag(message.version) }, body: toMessage(message) };
};
