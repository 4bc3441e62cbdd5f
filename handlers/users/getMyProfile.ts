import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { toUser } from '../_wire.ts';

/** The caller's own profile. */
export const getMyProfile: Handler<'getMyProfile'> = async (ctx) => {
  const account = await ctx.services.profiles.get(ctx.work);
  return { status: 200, headers: { etag: versionETag(account.version) }, body: toUser(account) };
};
