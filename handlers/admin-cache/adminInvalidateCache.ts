import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Invalidate Cache Pattern. */
export const adminInvalidateCache: Handler<'adminInvalidateCache'> = () =>
  notImplemented('adminInvalidateCache');
