import type { Handler } from '#src/http/handler/handler.ts';

/** Tells if the model provider answers. */
export const getOpenaiHealth: Handler<'getOpenaiHealth'> = async (ctx) => {
  const { latencyMs, checkedAt } = await ctx.services.modelProvider.health();
  return { status: 200, body: { status: 'ok', latency_ms: latencyMs, checked_at: checkedAt.toISOString() } };
};
