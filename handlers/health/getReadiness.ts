import type { Handler } from '#src/http/handler/handler.ts';
import { toCheck } from './_wire.ts';

/** Whether this replica should get traffic. */
export const getReadiness: Handler<'getReadiness'> = async (ctx) => {
  const report = await ctx.services.health.readiness();
  return {
    status: 200,
    body: { status: 'ready', checks: report.checks.map(toCheck), timestamp: report.at.toISOString() },
  };
};
