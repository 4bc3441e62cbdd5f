import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits, RateRule, RateState } from '#src/platform/rate-limits.ts';
import type { RedisConnection } from '#src/platform/redis.ts';

/** Counts over all replicas. While Redis cannot be reached, `own` counts for this one. */
export function sharedRateLimits(redis: RedisConnection, own: RateLimits): RateLimits {
  const limiters = new Map<string, RateLimiterRedis>();
  const client = clientOf(redis);
  const limiterOf = (rule: RateRule): RateLimiterRedis => {
    const name = `${rule.limit}/${rule.windowSeconds}`;
    const known = limiters.get(name) ?? createLimiter(rule, client);
    limiters.set(name, known);
    return known;
  };
  return {
    async take(key, rule) {
      if (!redis.available) return own.take(key, rule);
      try {
        return stateOf(await limiterOf(rule).consume(key), true);
      } catch (refused) {
        return refused instanceof RateLimiterRes ? stateOf(refused, false) : own.take(key, rule);
      }
    },
  };
}

/**
 * The part of a Redis client that the limiter uses, through our own connection: the limiter itself has no time-out in its form
 * for Redis, and would take whatever comes for a count.
 */
function clientOf(redis: RedisConnection) {
  return {
    eval: (script: string, options: { keys: string[]; arguments: string[] }) =>
      redis.ask((client) => client.eval(script, options), isCount),
  };
}

function isCount(answer: unknown): boolean {
  return Array.isArray(answer) && answer.length === 2 && answer.every(Number.isSafeInteger);
}

function createLimiter(rule: RateRule, storeClient: ReturnType<typeof clientOf>): RateLimiterRedis {
  return new RateLimiterRedis({
    points: rule.limit,
    duration: rule.windowSeconds,
    keyPrefix: 'rate',
    storeClient,
    useRedisPackage: true,
  });
}

function stateOf(result: RateLimiterRes, allowed: boolean): RateState {
  return {
    allowed,
    remaining: result.remainingPoints,
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  };
}
