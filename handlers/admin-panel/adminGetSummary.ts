import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get System Summary. */
export const adminGetSummary: Handler<'adminGetSummary'> = () => notImplemented('adminGetSummary');
