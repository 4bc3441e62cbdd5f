import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Share Links. */
export const listShareLinks: Handler<'listShareLinks'> = () => notImplemented('listShareLinks');
