import type { Handler } from '#src/http/handler/handler.ts';

/** Begins a login at a provider. */
export const authorizeOauth: Handler<'authorizeOauth'> = async (ctx, input) => {
  const { provider } = input.path;
  const started = await ctx.services.oauth.begin(ctx.work, provider, input.query.redirect_uri);
  return {
    status: 200,
    body: {
      authorization_url: started.authorizationUrl,
      state: started.state,
      expires_in: started.expiresInSeconds,
    },
  };
};
