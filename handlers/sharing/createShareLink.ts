import type { Handler } from '#src/http/handler/handler.ts';
import { toShareLinkCreated } from './_wire.ts';

/** Makes a link under which a branch can be read. */
export const createShareLink: Handler<'createShareLink'> = async (ctx, input) => {
  const { session_id: conversationId } = input.path;
  const made = await ctx.services.shareLinks.create(ctx.work, conversationId, {
    branchId: input.body.branch_id,
    expiresInHours: input.body.expires_in_hours,
    password: input.body.password ?? undefined,
    allowAnonymous: input.body.allow_anonymous,
  });
  const location = `/api/sessions/${conversationId}/share/${made.link.id}`;
  return {
    status: 201,
    headers: { location, 'cache-control': 'no-store' },
    body: toShareLinkCreated(made),
  };
};
