import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Folder. */
export const deleteFolder: Handler<'deleteFolder'> = () => notImplemented('deleteFolder');
