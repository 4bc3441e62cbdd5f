import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Invalidate Cache Pattern. */
export const adminInvalidateCache: Handler<'adminInvalidateCache'> = () =>
  notImplemented('adminInvalidateCache');
