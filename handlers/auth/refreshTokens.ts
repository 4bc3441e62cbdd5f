import type { Handler } from '#src/http/handler/handler.ts';
import { toTokenPair } from './_wire.ts';

/** Exchanges a refresh token for the next pair. */
export const refreshTokens: Handler<'refreshTokens'> = async (ctx, input) => {
  const tokens = await ctx.services.sessions.refresh(ctx.work, input.body.refresh_token);
  return { status: 200, body: toTokenPair(tokens) };
};
