import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Documents. */
export const adminListDocuments: Handler<'adminListDocuments'> = () => notImplemented('adminListDocuments');
