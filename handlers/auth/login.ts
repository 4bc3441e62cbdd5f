import type { Handler } from '#src/http/handler/handler.ts';
import { toTokenPair } from './_wire.ts';

/** Opens a session. */
export const login: Handler<'login'> = async (ctx, input) => {
  const { email, password } = input.body;
  const tokens = await ctx.services.accounts.login(email, password, { ip: ctx.ip, userAgent: ctx.userAgent });
  return { status: 200, body: toTokenPair(tokens) };
};
