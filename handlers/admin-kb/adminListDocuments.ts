import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** List Documents. */
export const adminListDocuments: Handler<'adminListDocuments'> = () => notImplemented('adminListDocuments');
