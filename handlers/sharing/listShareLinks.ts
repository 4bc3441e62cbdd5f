import type { Handler } from '#src/http/handler/handler.ts';
import { toShareLink } from './_wire.ts';

/** The links of a conversation that can be used, without their tokens. */
export const listShareLinks: Handler<'listShareLinks'> = async (ctx, input) => {
  const links = await ctx.services.shareLinks.list(ctx.work, input.path.session_id);
  return { status: 200, body: { items: links.map(toShareLink) } };
};
