import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Change Password. */
export const changeMyPassword: Handler<'changeMyPassword'> = () => notImplemented('changeMyPassword');
