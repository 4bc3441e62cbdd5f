import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Oauth Callback. */
export const completeOauth: Handler<'completeOauth'> = () => notImplemented('completeOauth');
