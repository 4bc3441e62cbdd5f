import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Document. */
export const adminDeleteDocument: Handler<'adminDeleteDocument'> = () =>
  notImplemented('adminDeleteDocument');
