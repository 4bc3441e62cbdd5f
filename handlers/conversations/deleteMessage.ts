import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Message. */
export const deleteMessage: Handler<'deleteMessage'> = () => notImplemented('deleteMessage');
