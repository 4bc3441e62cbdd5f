import type { Handler } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toFolder } from './_wire.ts';

/** The folders directly inside another, or those at the top. */
export const listFolders: Handler<'listFolders'> = async (ctx, input) => {
  const { parent_id: parentId } = input.query;
  const page = await ctx.services.folders.list(ctx.work, parentId, readPageQuery(input.query));
  return { status: 200, body: toPageBody(page, toFolder) };
};
