import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch } from '#src/http/handler/version-tag.ts';

/** Deletes a folder, but nothing that lies in it. */
export const deleteFolder: Handler<'deleteFolder'> = async (ctx, input) => {
  const condition = readIfMatch(input.header['if-match']);
  await ctx.services.folders.delete(ctx.work, input.path.folder_id, condition);
  return { status: 204 };
};
