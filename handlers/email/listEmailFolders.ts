import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** List Email Folders. */
export const listEmailFolders: Handler<'listEmailFolders'> = () => notImplemented('listEmailFolders');
