import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Activate User. */
export const activateUser: Handler<'activateUser'> = () => notImplemented('activateUser');
