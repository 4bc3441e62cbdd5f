import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get System Metrics. */
export const adminGetMetrics: Handler<'adminGetMetrics'> = () => notImplemented('adminGetMetrics');
