import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { toConversation } from './_wire.ts';

/** Changes the given fields of a conversation. */
export const updateConversation: Handler<'updateConversation'> = async (ctx, input) => {
  const { folder_id: folderId, ...rest } = input.body;
  const changed = await ctx.services.conversations.update(
    ctx.work,
    input.path.conversation_id,
    folderId === undefined ? rest : { ...rest, folderId },
    readIfMatch(input.header['if-match']),
  );
  return { status: 200, headers: { etag: versionETag(changed.version) }, body: toConversation(changed) };
};
