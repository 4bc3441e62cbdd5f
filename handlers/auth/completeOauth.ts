import type { Handler } from '#src/http/handler/handler.ts';
import { toTokenPair } from './_wire.ts';

/** Completes a login at a provider. */
export const completeOauth: Handler<'completeOauth'> = async (ctx, input) => {
  const { code, state, iss } = input.body;
  const origin = { ip: ctx.ip, userAgent: ctx.userAgent };
  const completion = { code, state, iss };
  const tokens = await ctx.services.oauth.complete(ctx.work, input.path.provider, completion, origin);
  return { status: 200, body: toTokenPair(tokens) };
};
