import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Upload Document. */
export const adminUploadDocument: Handler<'adminUploadDocument'> = () =>
  notImplemented('adminUploadDocument');
