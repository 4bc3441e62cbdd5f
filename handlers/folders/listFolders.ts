import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Folders. */
export const listFolders: Handler<'listFolders'> = () => notImplemented('listFolders');
