import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits, RateRule, RateState } from '#src/platform/rate-limits.ts';
import type { RedisConnection } from '#src/platform/redis.ts';

const REDIS_TIMEOUT_MS = 200;

/** Counts over all replicas. While Redis cannot be reached, `own` counts for this one. */
export function sharedRateLimits(redis: RedisConnection, own: RateLimits): RateLimits {
  const limiters = new Map<string, RateLimiterRedis>();
  const limiterOf = (rule: RateRule): RateLimiterRedis => {
    const name = `${rule.limit}/${rule.windowSeconds}`;
    const known = limiters.get(name) ?? createLimiter(rule, redis);
    limiters.set(name, known);
    return known;
  };
  return {
    async take(key, rule) {
      try {
        return stateOf(await limiterOf(rule).consume(key), true);
      } catch (refused) {
        return refused instanceof RateLimiterRes ? stateOf(refused, false) : own.take(key, rule);
      }
    },
  };
}

function createLimiter(rule: RateRule, redis: RedisConnection): RateLimiterRedis {
  return new RateLimiterRedis({
    points: rule.limit,
    duration: rule.windowSeconds,
    keyPrefix: 'rate',
    storeClient: redis.client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    timeoutMs: REDIS_TIMEOUT_MS,
  } as ConstructorParameters<typeof RateLimiterRedis>[0]);
}

function stateOf(result: RateLimiterRes, allowed: boolean): RateState {
  return {
    allowed,
    remaining: result.remainingPoints,
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  };
}
