import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get Cache Stats. */
export const adminGetCacheStats: Handler<'adminGetCacheStats'> = () => notImplemented('adminGetCacheStats');
