import { ProcessRateLimits } from '#src/platform/process-rate-limits.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';
import type { RedisConnection } from '#src/platform/redis.ts';

/** Without Redis, and while it cannot be reached, each replica counts for itself. */
export async function openRateLimits(redis: RedisConnection | undefined): Promise<RateLimits> {
  const own = new ProcessRateLimits();
  if (redis === undefined) return own;
  const { sharedRateLimits } = await import('#src/platform/shared-rate-limits.ts');
  return sharedRateLimits(redis, own);
}
