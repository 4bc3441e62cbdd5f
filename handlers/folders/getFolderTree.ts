import type { Handler } from '#src/http/handler/handler.ts';
import { toFolderNode } from './_wire.ts';

/** Every folder of the caller, nested. */
export const getFolderTree: Handler<'getFolderTree'> = async (ctx) => {
  const top = await ctx.services.folders.tree(ctx.work);
  return { status: 200, body: { items: top.map(toFolderNode) } };
};
