import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Current User Account. */
export const deleteMyAccount: Handler<'deleteMyAccount'> = () => notImplemented('deleteMyAccount');
