import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Scan And Index. */
export const scanAndIndexFiles: Handler<'scanAndIndexFiles'> = () => notImplemented('scanAndIndexFiles');
