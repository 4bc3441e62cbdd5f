import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get User By Id. */
export const getUser: Handler<'getUser'> = () => notImplemented('getUser');
