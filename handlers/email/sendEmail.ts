import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Send Email. */
export const sendEmail: Handler<'sendEmail'> = () => notImplemented('sendEmail');
