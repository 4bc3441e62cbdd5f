import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Export Pdf. */
export const exportPdf: Handler<'exportPdf'> = () => notImplemented('exportPdf');
