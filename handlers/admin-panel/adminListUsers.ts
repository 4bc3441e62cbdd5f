import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Users. */
export const adminListUsers: Handler<'adminListUsers'> = () => notImplemented('adminListUsers');
