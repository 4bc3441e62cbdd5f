import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Attachment. */
export const deleteAttachment: Handler<'deleteAttachment'> = () => notImplemented('deleteAttachment');
