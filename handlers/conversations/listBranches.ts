import type { Handler } from '#src/http/handler/handler.ts';
import { toBranch } from './_wire.ts';

/** The branches of a conversation, `main` first. */
export const listBranches: Handler<'listBranches'> = async (ctx, input) => {
  const branches = await ctx.services.branches.list(ctx.work, input.path.session_id);
  return { status: 200, body: { items: branches.map(toBranch) } };
};
