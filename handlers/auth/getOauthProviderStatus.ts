import type { Handler } from '#src/http/handler/handler.ts';

/** Tells if a login at this provider can be offered. */
export const getOauthProviderStatus: Handler<'getOauthProviderStatus'> = (ctx, input) => {
  const { provider } = input.path;
  return { status: 200, body: { provider, configured: ctx.services.oauth.isConfigured(provider) } };
};
