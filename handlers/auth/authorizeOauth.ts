import { optionalActor } from '#src/http/guards/identify.ts';
import type { Handler } from '#src/http/handler/handler.ts';

/** Begins a login at a provider. */
export const authorizeOauth: Handler<'authorizeOauth'> = async (ctx, input) => {
  const { oauth, sessions } = ctx.services;
  const actor = await optionalActor(ctx.authorization, (token) => sessions.identify(token));
  const started = await oauth.begin(input.path.provider, input.query.redirect_uri, actor);
  return {
    status: 200,
    body: {
      authorization_url: started.authorizationUrl,
      state: started.state,
      expires_in: started.expiresInSeconds,
    },
  };
};
