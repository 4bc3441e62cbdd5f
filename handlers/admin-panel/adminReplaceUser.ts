import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Update User. */
export const adminReplaceUser: Handler<'adminReplaceUser'> = () => notImplemented('adminReplaceUser');
