import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** List Email Messages. */
export const listEmailMessages: Handler<'listEmailMessages'> = () => notImplemented('listEmailMessages');
