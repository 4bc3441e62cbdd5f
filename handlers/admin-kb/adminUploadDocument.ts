import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Upload Document. */
export const adminUploadDocument: Handler<'adminUploadDocument'> = () =>
  notImplemented('adminUploadDocument');
