import type { Transaction } from '#src/platform/db/database.ts';
import type { Count, Metrics } from '#src/platform/metrics.ts';

export interface CacheGroup {
  readonly name: string;
  readonly keys: number;
}

export interface CacheStats {
  readonly backend: 'memory' | 'redis';
  /** False while Redis cannot be reached and every read is a miss. */
  readonly connected: boolean;
  readonly keys: number;
  readonly maxKeys: number | undefined;
  readonly memoryBytes: number | undefined;
  /** Of this process, since its start. */
  readonly hits: number;
  readonly misses: number;
  readonly uptimeSeconds: number;
  readonly groups: readonly CacheGroup[];
}

export interface Invalidation {
  readonly matched: number;
  readonly removed: number;
  /** False when one call reached its limit of keys. */
  readonly complete: boolean;
}

/** Stores the texts of a cache. Keys are `<group>:<key>`. */
export interface CacheBackend {
  readonly kind: 'memory' | 'redis';
  readonly connected: boolean;
  readonly maxKeys: number | undefined;
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string, ttlMs: number): Promise<void>;
  /** On every replica. */
  delete(key: string): Promise<void>;
  /** On every replica, with a limit on the scanned keys. */
  invalidate(pattern: string, dryRun: boolean): Promise<Invalidation>;
  clear(): Promise<number>;
  measure(): Promise<{ keys: number; memoryBytes: number | undefined; groups: readonly CacheGroup[] }>;
  start(): void;
  close(): Promise<void>;
}

/** Longest life of a value, which also bounds the effect of a lost removal. */
const MAX_TTL_SECONDS = 3_600;
const GROUP = /^[a-z][A-Za-z0-9_-]*$/;

/**
 * Values that can be computed again, kept for a while as JSON. A failing cache is a miss; it never throws. Keys are
 * identifiers or hashes without clinical or personal data, because administrators can list them.
 */
export class Cache {
  readonly #backend: CacheBackend;
  readonly #flights = new Map<string, { readonly value: Promise<unknown>; stale: boolean }>();
  readonly #lookup: Count;
  readonly #startedAt = performance.now();
  #hits = 0;
  #misses = 0;

  constructor(backend: CacheBackend, metrics: Metrics) {
    this.#backend = backend;
    this.#lookup = metrics.counter('cache_lookups_total', 'Questions to the cache.', ['outcome']);
  }

  start(): void {
    this.#backend.start();
  }

  close(): Promise<void> {
    return this.#backend.close();
  }

  async get<T>(group: string, key: string): Promise<T | undefined> {
    const text = await this.#backend.get(nameOf(group, key)).catch(() => undefined);
    const value = text === undefined ? undefined : (parsed(text) as T | undefined);
    this.#lookup([value === undefined ? 'miss' : 'hit']);
    if (value === undefined) this.#misses++;
    else this.#hits++;
    return value;
  }

  /** `ttlSeconds` is at most an hour. A value that JSON cannot express is not stored. */
  async set(group: string, key: string, value: unknown, ttlSeconds: number): Promise<void> {
    const text = JSON.stringify(value) as string | undefined;
    if (text === undefined) return;
    const ttlMs = Math.min(ttlSeconds, MAX_TTL_SECONDS) * 1000;
    await this.#backend.set(nameOf(group, key), text, ttlMs).catch(() => undefined);
  }

  /**
   * The cached value, or the result of `load`. Concurrent callers in this process share one load, and a value whose key
   * was deleted meanwhile is returned but not stored. Throws what `load` throws, to all of them.
   */
  async getOrLoad<T>(group: string, key: string, ttlSeconds: number, load: () => Promise<T>): Promise<T> {
    const known = await this.get<T>(group, key);
    if (known !== undefined) return known;
    const name = nameOf(group, key);
    const flying = this.#flights.get(name);
    if (flying !== undefined && !flying.stale) return flying.value as Promise<T>;
    const flight = { value: load(), stale: false };
    this.#flights.set(name, flight);
    try {
      const value = await flight.value;
      // Not awaited: who asked has the value, and need not wait for a slow cache to take it.
      if (!flight.stale) void this.set(group, key, value, ttlSeconds);
      return value;
    } finally {
      if (this.#flights.get(name) === flight) this.#flights.delete(name);
    }
  }

  /** Deletes a key on every replica. */
  async delete(group: string, key: string): Promise<void> {
    const name = nameOf(group, key);
    const flight = this.#flights.get(name);
    if (flight !== undefined) flight.stale = true;
    await this.#backend.delete(name).catch(() => undefined);
  }

  /** Deletes a key on every replica after the commit, and never after a rollback. */
  deleteAfter(tx: Transaction, group: string, key: string): void {
    tx.afterCommit(() => void this.delete(group, key));
  }

  /** Deletes, or only counts, the matching keys; `*` stands for any text, and other characters for themselves. */
  async invalidate(pattern: string, { dryRun = false }: { dryRun?: boolean } = {}): Promise<Invalidation> {
    if (!dryRun) this.#disown();
    const nothing = { matched: 0, removed: 0, complete: false };
    return this.#backend.invalidate(pattern, dryRun).catch(() => nothing);
  }

  /** Resolves to the number of keys that were removed. */
  async clear(): Promise<number> {
    this.#disown();
    return this.#backend.clear().catch(() => 0);
  }

  async stats(): Promise<CacheStats> {
    const nothing = { keys: 0, memoryBytes: undefined, groups: [] };
    const measured = await this.#backend.measure().catch(() => nothing);
    return {
      backend: this.#backend.kind,
      connected: this.#backend.connected,
      maxKeys: this.#backend.maxKeys,
      hits: this.#hits,
      misses: this.#misses,
      uptimeSeconds: Math.floor((performance.now() - this.#startedAt) / 1000),
      ...measured,
    };
  }

  #disown(): void {
    for (const flight of this.#flights.values()) flight.stale = true;
  }
}

/** A malformed text, which another program can have written, is a miss. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf(group: string, key: string): string {
  if (!GROUP.test(group)) throw new TypeError('A group of the cache has the wrong form.');
  return `${group}:${key}`;
}

/** Groups with the most keys first. */
export function groupsOf(counts: ReadonlyMap<string, number>, limit: number): CacheGroup[] {
  return [...counts]
    .map(([name, keys]) => ({ name, keys }))
    .sort((a, b) => b.keys - a.keys || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

export function groupOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
