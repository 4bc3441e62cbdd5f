import { LRUCache } from 'lru-cache';
import type { RateLimits, RateRule, RateState } from '#src/platform/rate-limits.ts';

/** A flood from ever new addresses drops the counts that are longest unused, and takes no more memory. */
const MAX_COUNTED = 50_000;

interface Window {
  count: number;
  readonly endsAt: number;
}

/** Fixed windows in the memory of this process. The library's own keeps a timer for each key and any number of keys. */
export class ProcessRateLimits implements RateLimits {
  readonly #maxCounted: number;
  #windows: LRUCache<string, Window> | undefined;

  constructor(maxCounted = MAX_COUNTED) {
    this.#maxCounted = maxCounted;
  }

  take(key: string, rule: RateRule): RateState {
    const now = performance.now();
    const name = `${rule.limit}/${rule.windowSeconds}:${key}`;
    // It takes all of its space at once, so not before somebody is counted.
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

  /** Callers that are counted at the moment. */
  get size(): number {
    return this.#windows?.size ?? 0;
  }
}
