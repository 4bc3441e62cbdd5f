import type { Handler } from '#src/http/handler/handler.ts';
import { folderETag, toFolder } from './_wire.ts';

/** Puts a folder, with all it holds, inside another. */
export const moveFolder: Handler<'moveFolder'> = async (ctx, input) => {
  const { folder_id: id, target_folder_id: targetId } = input.path;
  const moved = await ctx.services.folders.move(ctx.work, id, targetId);
  return { status: 200, headers: { etag: folderETag(moved) }, body: toFolder(moved) };
};
