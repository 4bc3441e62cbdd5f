import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Attachments. */
export const listAttachments: Handler<'listAttachments'> = () => notImplemented('listAttachments');
