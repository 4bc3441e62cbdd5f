import type { Transaction } from '#src/platform/db/database.ts';
import type { Count, Metrics } from '#src/platform/metrics.ts';

export interface CacheGroup {
  readonly name: string;
  readonly keys: number;
}

export interface CacheStats {
  readonly backend: 'memory' | 'redis';
  /** False while Redis is out of reach and everything is a miss. */
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
  /** False when the bound of one call was reached. */
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
  /** On every replica, with a bound on the keys that are looked at. */
  invalidate(pattern: string, dryRun: boolean): Promise<Invalidation>;
  clear(): Promise<number>;
  measure(): Promise<{ keys: number; memoryBytes: number | undefined; groups: readonly CacheGroup[] }>;
  start(): void;
  close(): Promise<void>;
}

/** Longest life of a value: what a lost removal may leave behind is gone by then. */
const MAX_TTL_SECONDS = 3_600;
const GROUP = /^[a-z][A-Za-z0-9_-]*$/;

/**
 * Values that can be made again, kept for a while as JSON. A cache that fails misses; it never throws and is never
 * the truth. Keys are identifiers or hashes: they are listed to administrators, so nothing clinical or personal is in one.
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
    const value = text === undefined ? undefined : (JSON.parse(text) as T);
    this.#lookup([value === undefined ? 'miss' : 'hit']);
    if (value === undefined) this.#misses++;
    else this.#hits++;
    return value;
  }

  /** `ttlSeconds` is at most an hour. What JSON cannot hold is not kept. */
  async set(group: string, key: string, value: unknown, ttlSeconds: number): Promise<void> {
    const text = JSON.stringify(value) as string | undefined;
    if (text === undefined) return;
    const ttlMs = Math.min(ttlSeconds, MAX_TTL_SECONDS) * 1000;
    await this.#backend.set(nameOf(group, key), text, ttlMs).catch(() => undefined);
  }

  /**
   * The value, or what `load` makes of it. Callers of this process that come meanwhile wait for the same load, and what
   * was deleted during it is answered but not kept. Throws what `load` throws, to all of them.
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
      if (!flight.stale) await this.set(group, key, value, ttlSeconds);
      return value;
    } finally {
      if (this.#flights.get(name) === flight) this.#flights.delete(name);
    }
  }

  /** Removes a key from every replica. */
  async delete(group: string, key: string): Promise<void> {
    const name = nameOf(group, key);
    const flight = this.#flights.get(name);
    if (flight !== undefined) flight.stale = true;
    await this.#backend.delete(name).catch(() => undefined);
  }

  /** Removes a key from every replica when the transaction is committed, and not when it is undone. */
  deleteAfter(tx: Transaction, group: string, key: string): void {
    tx.afterCommit(() => void this.delete(group, key));
  }

  /** Removes, or only counts, the keys that match; `*` stands for any text, the rest for itself. */
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
