import {
  type CacheBackend,
  type CacheGroup,
  groupOf,
  groupsOf,
  type Invalidation,
} from '#src/platform/cache.ts';
import type { RedisConnection } from '#src/platform/redis.ts';

/** Braces keep all keys of the cache on one node of a cluster, and apart from those of rate limits. */
const PREFIX = '{cache}:';
const PAGE = 500;
/** Keys that one call of `invalidate` scans; `clear` continues in more rounds. */
const MAX_SCANNED = 100_000;
const MAX_ROUNDS = 100;
const MAX_GROUPS = 100;
/** With more outstanding removals, the whole cache is cleared. */
const MAX_OWED = 1_000;

/** Values in Redis, for all replicas. Removals that fail while it cannot be reached are made up afterwards. */
export class RedisCache implements CacheBackend {
  readonly kind = 'redis';
  readonly maxKeys = undefined;
  readonly #redis: RedisConnection;
  readonly #owed = new Set<string>();
  #settling = false;
  #unsubscribe: (() => void) | undefined;
  readonly #settle = (): void => {
    if (this.#settling || this.#owed.size === 0) return;
    this.#settling = true;
    this.#settleOwed()
      .catch(() => undefined)
      .finally(() => {
        this.#settling = false;
      });
  };

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  get connected(): boolean {
    return this.#redis.available;
  }

  start(): void {
    this.#unsubscribe = this.#redis.onAvailable(this.#settle);
  }

  async close(): Promise<void> {
    this.#unsubscribe?.();
  }

  async get(key: string): Promise<string | undefined> {
    // Until outstanding removals are done, values can be stale.
    if (this.#owes()) return undefined;
    return (await this.#redis.ask((client) => client.get(PREFIX + key), isText)) ?? undefined;
  }

  async set(key: string, text: string, ttlMs: number): Promise<void> {
    if (this.#owes()) return;
    const expiration = { type: 'PX', value: ttlMs } as const;
    await this.#redis.ask((client) => client.set(PREFIX + key, text, { expiration }));
  }

  async delete(key: string): Promise<void> {
    try {
      await this.#redis.ask((client) => client.unlink(PREFIX + key));
    } catch (error) {
      this.#owe(escapeGlob(key));
      throw error;
    }
  }

  async invalidate(pattern: string, dryRun: boolean): Promise<Invalidation> {
    const glob = pattern.split('*').map(escapeGlob).join('*');
    try {
      return await this.#remove(glob, dryRun);
    } catch (error) {
      if (!dryRun) this.#owe(glob);
      throw error;
    }
  }

  async clear(): Promise<number> {
    let removed = 0;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const result = await this.invalidate('*', false);
      removed += result.removed;
      if (result.complete) break;
    }
    return removed;
  }

  async measure(): Promise<{ keys: number; memoryBytes: undefined; groups: readonly CacheGroup[] }> {
    const counts = new Map<string, number>();
    let keys = 0;
    await this.#scan('*', async (page) => {
      keys += page.length;
      for (const key of page) {
        const group = groupOf(key.slice(PREFIX.length));
        counts.set(group, (counts.get(group) ?? 0) + 1);
      }
    });
    return { keys, memoryBytes: undefined, groups: groupsOf(counts, MAX_GROUPS) };
  }

  async #remove(glob: string, dryRun: boolean): Promise<Invalidation> {
    const found = new Set<string>();
    let removed = 0;
    const complete = await this.#scan(glob, async (page) => {
      for (const key of page) found.add(key);
      if (!dryRun && page.length > 0) removed += await this.#redis.ask((client) => client.unlink(page));
    });
    return { matched: found.size, removed, complete };
  }

  /** Resolves to true when the scan reached its end. */
  async #scan(glob: string, visit: (page: string[]) => Promise<void>): Promise<boolean> {
    let cursor = '0';
    for (let scanned = 0; scanned < MAX_SCANNED; scanned += PAGE) {
      const options = { MATCH: escapeGlob(PREFIX) + glob, COUNT: PAGE };
      const page = await this.#redis.ask((client) => client.scan(cursor, options));
      await visit(page.keys);
      cursor = page.cursor;
      if (cursor === '0') return true;
    }
    return false;
  }

  #owes(): boolean {
    this.#settle();
    return this.#owed.size > 0;
  }

  #owe(glob: string): void {
    if (this.#owed.size < MAX_OWED) {
      this.#owed.add(glob);
      return;
    }
    this.#owed.clear();
    this.#owed.add('*');
  }

  async #settleOwed(): Promise<void> {
    for (const glob of [...this.#owed]) {
      const { complete } = await this.#remove(glob, false);
      if (complete) this.#owed.delete(glob);
    }
  }
}

function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}^-]/g, '\\$&');
}

function isText(answer: unknown): boolean {
  return typeof answer === 'string' || answer === null;
}
