import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Update Folder. */
export const replaceFolder: Handler<'replaceFolder'> = () => notImplemented('replaceFolder');
