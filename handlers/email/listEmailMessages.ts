import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Email Messages. */
export const listEmailMessages: Handler<'listEmailMessages'> = () => notImplemented('listEmailMessages');
