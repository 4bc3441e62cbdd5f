import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Oauth Authorize. */
export const authorizeOauth: Handler<'authorizeOauth'> = () => notImplemented('authorizeOauth');
