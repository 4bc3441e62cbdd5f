import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get User. */
export const adminGetUser: Handler<'adminGetUser'> = () => notImplemented('adminGetUser');
