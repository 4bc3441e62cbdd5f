import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Edit Message. */
export const editMessage: Handler<'editMessage'> = () => notImplemented('editMessage');
