import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get Document. */
export const adminGetDocument: Handler<'adminGetDocument'> = () => notImplemented('adminGetDocument');
