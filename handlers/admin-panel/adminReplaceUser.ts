import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Update User. */
export const adminReplaceUser: Handler<'adminReplaceUser'> = () => notImplemented('adminReplaceUser');
