import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Delete User. */
export const adminDeleteUser: Handler<'adminDeleteUser'> = () => notImplemented('adminDeleteUser');
