import type { Handler } from '#src/http/handler/handler.ts';
import { toUser } from '../_wire.ts';
import { toTokenPair } from './_wire.ts';

/** Creates an account and opens its first session. */
export const register: Handler<'register'> = async (ctx, input) => {
  const { email, password, full_name: fullName } = input.body;
  const origin = { ip: ctx.ip, userAgent: ctx.userAgent };
  const registered = await ctx.services.accounts.register(
    ctx.work,
    { email, password, fullName: fullName ?? undefined },
    origin,
  );
  return {
    status: 201,
    headers: { location: '/api/users/me' },
    body: { user: toUser(registered.account), ...toTokenPair(registered.tokens) },
  };
};
