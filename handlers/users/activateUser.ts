import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { toUser } from '../_wire.ts';

/** Lets an account log in again. */
export const activateUser: Handler<'activateUser'> = async (ctx, input) => {
  const condition = readIfMatch(input.header['if-match']);
  const account = await ctx.services.users.setActive(ctx.work, input.path.user_id, true, condition);
  return { status: 200, headers: { etag: versionETag(account.version) }, body: toUser(account) };
};
