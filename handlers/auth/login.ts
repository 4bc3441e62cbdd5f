import type { Handler } from '#src/http/handler/handler.ts';
import { toTokenPair } from './_wire.ts';

/** Opens a session. */
export const login: Handler<'login'> = async (ctx, input) => {
  const { email, password } = input.body;
  const origin = { ip: ctx.ip, userAgent: ctx.userAgent };
  const tokens = await ctx.services.accounts.login(ctx.work, email, password, origin);
  return { status: 200, body: toTokenPair(tokens) };
};
