import type { Handler } from '#src/http/handler/handler.ts';
import { toUser } from '../_wire.ts';

/** The caller's account. */
export const getCurrentUser: Handler<'getCurrentUser'> = async (ctx) => {
  const account = await ctx.services.profiles.get(ctx.work);
  return { status: 200, body: toUser(account) };
};
