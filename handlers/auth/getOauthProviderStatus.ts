import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Oauth Provider Status. */
export const getOauthProviderStatus: Handler<'getOauthProviderStatus'> = () =>
  notImplemented('getOauthProviderStatus');
