import type { Handler } from '#src/http/handler/handler.ts';
import { folderETag, readFolderFields, toFolder } from './_wire.ts';

/** Creates a folder at the top or inside another. */
export const createFolder: Handler<'createFolder'> = async (ctx, input) => {
  const created = await ctx.services.folders.create(ctx.work, readFolderFields(input.body));
  return {
    status: 201,
    headers: { location: `/api/folders/${created.id}`, etag: folderETag(created) },
    body: toFolder(created),
  };
};
