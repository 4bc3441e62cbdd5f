import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Move Folder. */
export const moveFolder: Handler<'moveFolder'> = () => notImplemented('moveFolder');
