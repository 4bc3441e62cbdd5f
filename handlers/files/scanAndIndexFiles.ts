import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Scan And Index. */
export const scanAndIndexFiles: Handler<'scanAndIndexFiles'> = () => notImplemented('scanAndIndexFiles');
