import type { Handler } from '#src/http/handler/handler.ts';
import { toCheck } from './_wire.ts';

/** Every dependency with its state and latency. */
export const getDetailedHealth: Handler<'getDetailedHealth'> = async (ctx) => {
  const { health } = ctx.services;
  const report = await health.details();
  return {
    status: 200,
    body: {
      status: report.degraded ? 'degraded' : 'healthy',
      version: health.version,
      uptime_seconds: health.uptimeSeconds(),
      checks: report.checks.map(toCheck),
      timestamp: report.at.toISOString(),
    },
  };
};
