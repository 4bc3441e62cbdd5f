import type { Handler } from '#src/http/handler/handler.ts';
import { toTokenPair } from './_wire.ts';

/** Completes a login at a provider. */
export const completeOauth: Handler<'completeOauth'> = async (ctx, input) => {
  const { code, state, iss, current_password: password } = input.body;
  const origin = { ip: ctx.ip, userAgent: ctx.userAgent };
  const completion = { code, state, iss };
  const proof = { password, place: '/current_password', ip: ctx.ip };
  const { oauth } = ctx.services;
  const { tokens, entrance } = await oauth.complete(ctx.work, input.path.provider, completion, proof, origin);
  return { status: 200, body: { ...toTokenPair(tokens), account: entrance } };
};
