import type { Handler } from '#src/http/handler/handler.ts';

/** Sign of life; touches nothing. */
export const getHealth: Handler<'getHealth'> = (ctx) => {
  const { version, now } = ctx.services.health.alive();
  return { status: 200, body: { status: 'healthy', version, timestamp: now.toISOString() } };
};
