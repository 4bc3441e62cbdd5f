import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { toConversation } from './_wire.ts';

/** Opens an empty conversation. */
export const createConversation: Handler<'createConversation'> = async (ctx, input) => {
  const { title, folder_id: folderId } = input.body;
  const created = await ctx.services.conversations.create(ctx.work, {
    title,
    folderId: folderId ?? undefined,
  });
  return {
    status: 201,
    headers: { location: `/api/conversations/${created.id}`, etag: versionETag(created.version) },
    body: toConversation(created),
  };
};
