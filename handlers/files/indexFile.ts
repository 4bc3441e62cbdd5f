import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Index File. */
export const indexFile: Handler<'indexFile'> = () => notImplemented('indexFile');
