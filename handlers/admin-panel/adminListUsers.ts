import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** List Users. */
export const adminListUsers: Handler<'adminListUsers'> = () => notImplemented('adminListUsers');
