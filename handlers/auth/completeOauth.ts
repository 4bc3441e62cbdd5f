import { optionalActor } from '#src/http/guards/identify.ts';
import type { Handler } from '#src/http/handler/handler.ts';
import { toTokenPair } from './_wire.ts';

/** Completes a login at a provider. */
export const completeOauth: Handler<'completeOauth'> = async (ctx, input) => {
  const { oauth, sessions } = ctx.services;
  const { code, state, iss } = input.body;
  const actor = await optionalActor(ctx.authorization, (token) => sessions.identify(token));
  const origin = { ip: ctx.ip, userAgent: ctx.userAgent };
  const tokens = await oauth.complete(input.path.provider, { code, state, iss }, origin, actor);
  return { status: 200, body: toTokenPair(tokens) };
};
