import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Document. */
export const adminGetDocument: Handler<'adminGetDocument'> = () => notImplemented('adminGetDocument');
