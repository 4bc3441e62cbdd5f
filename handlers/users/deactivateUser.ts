import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Deactivate User. */
export const deactivateUser: Handler<'deactivateUser'> = () => notImplemented('deactivateUser');
