import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get System Summary. */
export const adminGetSummary: Handler<'adminGetSummary'> = () => notImplemented('adminGetSummary');
