import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Clear Cache. */
export const adminClearCache: Handler<'adminClearCache'> = () => notImplemented('adminClearCache');
