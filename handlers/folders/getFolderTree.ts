import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Folder Tree. */
export const getFolderTree: Handler<'getFolderTree'> = () => notImplemented('getFolderTree');
