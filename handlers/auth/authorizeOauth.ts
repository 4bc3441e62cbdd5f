import type { Handler } from '#src/http/handler/handler.ts';

/** Begins a login at a provider. */
export const authorizeOauth: Handler<'authorizeOauth'> = async (ctx, input) => {
  const started = await ctx.services.oauth.begin(input.path.provider, input.query.redirect_uri, ctx.actor);
  return {
    status: 200,
    body: {
      authorization_url: started.authorizationUrl,
      state: started.state,
      expires_in: started.expiresInSeconds,
    },
  };
};
