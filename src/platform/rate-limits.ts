import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { RedisConnection } from '#src/platform/redis.ts';

export interface RateRule {
  readonly limit: number;
  readonly windowSeconds: number;
}

/** Counts what callers do: over all replicas with Redis, in this process without it. */
export interface RateLimits {
  /** Counts one. Resolves to the seconds to wait when the limit is used up, else to undefined. */
  take(key: string, rule: RateRule): Promise<number | undefined>;
}

const REDIS_TIMEOUT_MS = 200;

/** Without Redis, and while it cannot be reached, each replica counts for itself. */
export function createRateLimits(redis: RedisConnection | undefined): RateLimits {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (rule: RateRule): RateLimiterAbstract => {
    const name = `${rule.limit}/${rule.windowSeconds}`;
    const known = limiters.get(name);
    if (known !== undefined) return known;
    const limiter = createLimiter(rule, redis);
    limiters.set(name, limiter);
    return limiter;
  };
  return {
    async take(key, rule) {
      try {
        await limiterOf(rule).consume(key);
        return undefined;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
  };
}

function createLimiter(rule: RateRule, redis: RedisConnection | undefined): RateLimiterAbstract {
  const settings = { points: rule.limit, duration: rule.windowSeconds, keyPrefix: 'rate' };
  const memory = new RateLimiterMemory(settings);
  if (redis === undefined) return memory;
  return new RateLimiterRedis({
    ...settings,
    storeClient: redis.client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    timeoutMs: REDIS_TIMEOUT_MS,
    insuranceLimiter: memory,
  } as ConstructorParameters<typeof RateLimiterRedis>[0]);
}
