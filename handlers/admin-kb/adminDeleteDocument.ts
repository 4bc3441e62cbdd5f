import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Delete Document. */
export const adminDeleteDocument: Handler<'adminDeleteDocument'> = () =>
  notImplemented('adminDeleteDocument');
