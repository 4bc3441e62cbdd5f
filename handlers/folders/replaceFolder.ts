import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch } from '#src/http/handler/version-tag.ts';
import { folderETag, readFolderFields, toFolder } from './_wire.ts';

/** Replaces name, look and place of a folder, since the contract asks for every field. */
export const replaceFolder: Handler<'replaceFolder'> = async (ctx, input) => {
  const changed = await ctx.services.folders.replace(
    ctx.work,
    input.path.folder_id,
    readFolderFields(input.body),
    readIfMatch(input.header['if-match']),
  );
  return { status: 200, headers: { etag: folderETag(changed) }, body: toFolder(changed) };
};
