import type { Handler } from '#src/http/handler/handler.ts';
import { toCheck } from './_wire.ts';

/** Tells a load balancer if this replica can serve. */
export const getReadiness: Handler<'getReadiness'> = async (ctx) => {
  const report = await ctx.services.health.readiness();
  return {
    status: 200,
    body: { status: 'ready', checks: report.checks.map(toCheck), timestamp: report.at.toISOString() },
  };
};
