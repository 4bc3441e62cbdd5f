import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Email Folders. */
export const listEmailFolders: Handler<'listEmailFolders'> = () => notImplemented('listEmailFolders');
