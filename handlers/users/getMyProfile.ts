import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Current User Profile. */
export const getMyProfile: Handler<'getMyProfile'> = () => notImplemented('getMyProfile');
