import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Create Folder. */
export const createFolder: Handler<'createFolder'> = () => notImplemented('createFolder');
