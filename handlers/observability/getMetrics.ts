import type { Handler } from '#src/http/handler/handler.ts';

/** Figures of this process for Prometheus. */
export const getMetrics: Handler<'getMetrics'> = async (ctx) => {
  const text = await ctx.services.metrics.render();
  return { status: 200, type: 'text/plain', body: text };
};
