import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { toUser } from '../_wire.ts';

/** One account. */
export const getUser: Handler<'getUser'> = async (ctx, input) => {
  const account = await ctx.services.users.get(ctx.work, input.path.user_id);
  return { status: 200, headers: { etag: versionETag(account.version) }, body: toUser(account) };
};
