import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Download Attachment. */
export const downloadAttachment: Handler<'downloadAttachment'> = () => notImplemented('downloadAttachment');
