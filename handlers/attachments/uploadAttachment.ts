import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Upload Attachment. */
export const uploadAttachment: Handler<'uploadAttachment'> = () => notImplemented('uploadAttachment');
