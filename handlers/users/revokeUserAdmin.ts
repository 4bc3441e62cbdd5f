import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Revoke Admin Privileges. */
export const revokeUserAdmin: Handler<'revokeUserAdmin'> = () => notImplemented('revokeUserAdmin');
