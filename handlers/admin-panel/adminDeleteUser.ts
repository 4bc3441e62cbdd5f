import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete User. */
export const adminDeleteUser: Handler<'adminDeleteUser'> = () => notImplemented('adminDeleteUser');
