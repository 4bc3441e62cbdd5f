import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Create Share Link. */
export const createShareLink: Handler<'createShareLink'> = () => notImplemented('createShareLink');
