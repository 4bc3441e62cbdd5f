import { LRUCache } from 'lru-cache';
import type { RedisConnection } from '#src/platform/redis.ts';

export interface RateRule {
  readonly limit: number;
  readonly windowSeconds: number;
}

/** The state of a limit after one more request was counted. */
export interface RateState {
  readonly allowed: boolean;
  /** Requests left in this window. */
  readonly remaining: number;
  /** Whole seconds until the window is over, at least 1. */
  readonly resetSeconds: number;
}

/** Counts requests: over all replicas with Redis, in this process without it. */
export interface RateLimits {
  take(key: string, rule: RateRule): RateState | Promise<RateState>;
}

/** Greatest number of counts. A flood of new addresses drops the least recently used ones. */
const MAX_COUNTED = 50_000;

/** Without Redis, and while it cannot be reached, each replica counts separately. */
export async function createRateLimits(redis: RedisConnection | undefined): Promise<RateLimits> {
  const own = new ProcessRateLimits();
  if (redis === undefined) return own;
  const { sharedRateLimits } = await import('#src/platform/shared-rate-limits.ts');
  return sharedRateLimits(redis, own);
}

interface Window {
  count: number;
  readonly endsAt: number;
}

/** Fixed windows in memory. The in-memory limiter of the library keeps a timer for each of any number of keys. */
export class ProcessRateLimits implements RateLimits {
  readonly #maxCounted: number;
  #windows: LRUCache<string, Window> | undefined;

  constructor(maxCounted = MAX_COUNTED) {
    this.#maxCounted = maxCounted;
  }

  take(key: string, rule: RateRule): RateState {
    const now = performance.now();
    const name = `${rule.limit}/${rule.windowSeconds}:${key}`;
    // Created at the first count, because it allocates all of its memory at once.
    this.#windows ??= new LRUCache({ max: this.#maxCounted });
    let window = this.#windows.get(name);
    if (window === undefined || window.endsAt <= now) {
      window = { count: 0, endsAt: now + rule.windowSeconds * 1000 };
      this.#windows.set(name, window);
    }
    if (window.count <= rule.limit) window.count++;
    return {
      allowed: window.count <= rule.limit,
      remaining: Math.max(0, rule.limit - window.count),
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
    };
  }

  /** Number of counted callers. */
  get size(): number {
    return this.#windows?.size ?? 0;
  }
}
