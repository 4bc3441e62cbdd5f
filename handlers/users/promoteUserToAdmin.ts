import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Promote To Admin. */
export const promoteUserToAdmin: Handler<'promoteUserToAdmin'> = () => notImplemented('promoteUserToAdmin');
