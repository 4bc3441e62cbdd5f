import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Revoke Share Link. */
export const revokeShareLink: Handler<'revokeShareLink'> = () => notImplemented('revokeShareLink');
