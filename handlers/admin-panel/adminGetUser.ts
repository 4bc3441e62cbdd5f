import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get User. */
export const adminGetUser: Handler<'adminGetUser'> = () => notImplemented('adminGetUser');
