import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { toUser } from '../_wire.ts';

/** Makes an admin a user. */
export const revokeUserAdmin: Handler<'revokeUserAdmin'> = async (ctx, input) => {
  const condition = readIfMatch(input.header['if-match']);
  const account = await ctx.services.users.revokeAdmin(ctx.work, input.path.user_id, condition);
  return { status: 200, headers: { etag: versionETag(account.version) }, body: toUser(account) };
};
