import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Cache Stats. */
export const adminGetCacheStats: Handler<'adminGetCacheStats'> = () => notImplemented('adminGetCacheStats');
