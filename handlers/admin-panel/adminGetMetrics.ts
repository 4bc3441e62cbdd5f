import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get System Metrics. */
export const adminGetMetrics: Handler<'adminGetMetrics'> = () => notImplemented('adminGetMetrics');
