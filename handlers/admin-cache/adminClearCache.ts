import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Clear Cache. */
export const adminClearCache: Handler<'adminClearCache'> = () => notImplemented('adminClearCache');
