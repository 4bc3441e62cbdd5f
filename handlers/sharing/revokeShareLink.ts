import type { Handler } from '#src/http/handler/handler.ts';

/** Ends a link. */
export const revokeShareLink: Handler<'revokeShareLink'> = async (ctx, input) => {
  const { session_id: conversationId, share_token: tokenOrId } = input.path;
  await ctx.services.shareLinks.revoke(ctx.work, conversationId, tokenOrId);
  return { status: 204 };
};
