import type { Handler } from '#src/http/handler/handler.ts';
import { folderETag, toFolder } from './_wire.ts';

/** One folder. */
export const getFolder: Handler<'getFolder'> = async (ctx, input) => {
  const folder = await ctx.services.folders.get(ctx.work, input.path.folder_id);
  return { status: 200, headers: { etag: folderETag(folder) }, body: toFolder(folder) };
};
