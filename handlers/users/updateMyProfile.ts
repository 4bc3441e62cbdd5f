import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Update Current User Profile. */
export const updateMyProfile: Handler<'updateMyProfile'> = () => notImplemented('updateMyProfile');
