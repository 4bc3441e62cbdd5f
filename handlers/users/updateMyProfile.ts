import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { toUser } from '../_wire.ts';

/** Replaces name and address of the caller. */
export const updateMyProfile: Handler<'updateMyProfile'> = async (ctx, input) => {
  const { full_name: fullName, email, current_password: password } = input.body;
  const account = await ctx.services.profiles.replace(
    ctx.work,
    { fullName: fullName ?? undefined, email },
    { password, place: '/current_password', ip: ctx.ip },
    readIfMatch(input.header['if-match']),
  );
  return { status: 200, headers: { etag: versionETag(account.version) }, body: toUser(account) };
};
