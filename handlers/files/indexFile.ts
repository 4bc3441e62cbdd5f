import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Index File. */
export const indexFile: Handler<'indexFile'> = () => notImplemented('indexFile');
