import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Send Email. */
export const sendEmail: Handler<'sendEmail'> = () => notImplemented('sendEmail');
