import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { toUser } from '../_wire.ts';

/** Changes the given fields of an account. */
export const updateUser: Handler<'updateUser'> = async (ctx, input) => {
  const { full_name: fullName, is_active: isActive, role } = input.body;
  const change = {
    ...(fullName !== undefined && { fullName }),
    ...(isActive !== undefined && { isActive }),
    ...(role !== undefined && { role }),
  };
  const condition = readIfMatch(input.header['if-match']);
  const account = await ctx.services.users.update(ctx.work, input.path.user_id, change, condition);
  return { status: 200, headers: { etag: versionETag(account.version) }, body: toUser(account) };
};
