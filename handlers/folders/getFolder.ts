import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Folder. */
export const getFolder: Handler<'getFolder'> = () => notImplemented('getFolder');
