import { LRUCache } from 'lru-cache';
import {
  type CacheBackend,
  type CacheGroup,
  groupOf,
  groupsOf,
  type Invalidation,
} from '#src/platform/cache.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { Notifications } from '#src/platform/notifications.ts';

const MAX_KEYS = 10_000;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_GROUPS = 100;
const CHANNEL = 'cache';
const UTF16_BYTES = 2;

/** Each process has its own values; removals are sent to all of them. */
export class MemoryCache implements CacheBackend {
  readonly kind = 'memory';
  readonly connected = true;
  readonly maxKeys = MAX_KEYS;
  readonly #texts = new LRUCache<string, string>({
    max: MAX_KEYS,
    maxSize: MAX_BYTES,
    sizeCalculation: (text, key) => Math.max(1, (text.length + key.length) * UTF16_BYTES),
  });
  readonly #db: Database;
  readonly #notifications: Notifications;
  #unsubscribe: (() => void) | undefined;

  constructor(db: Database, notifications: Notifications) {
    this.#db = db;
    this.#notifications = notifications;
  }

  start(): void {
    this.#unsubscribe = this.#notifications.subscribeAll(CHANNEL, (wake) => {
      // Removals can have been missed, so every value is dropped.
      if (wake.kind === 'resync') this.#texts.clear();
      else if (wake.key === 'key') this.#texts.delete(wake.text ?? '');
      else this.#remove(wake.text ?? '*', false);
    });
  }

  async close(): Promise<void> {
    this.#unsubscribe?.();
    this.#texts.clear();
  }

  async get(key: string): Promise<string | undefined> {
    return this.#texts.get(key);
  }

  async set(key: string, text: string, ttlMs: number): Promise<void> {
    this.#texts.set(key, text, { ttl: ttlMs });
  }

  async delete(key: string): Promise<void> {
    this.#texts.delete(key);
    await this.#tell('key', key);
  }

  async invalidate(pattern: string, dryRun: boolean): Promise<Invalidation> {
    const result = this.#remove(pattern, dryRun);
    if (!dryRun) await this.#tell('pattern', pattern);
    return result;
  }

  async clear(): Promise<number> {
    return (await this.invalidate('*', false)).removed;
  }

  async measure(): Promise<{ keys: number; memoryBytes: number; groups: readonly CacheGroup[] }> {
    this.#texts.purgeStale();
    const counts = new Map<string, number>();
    for (const key of this.#texts.keys()) counts.set(groupOf(key), (counts.get(groupOf(key)) ?? 0) + 1);
    return {
      keys: this.#texts.size,
      memoryBytes: this.#texts.calculatedSize,
      groups: groupsOf(counts, MAX_GROUPS),
    };
  }

  /** There are few enough keys to scan all of them in one call. */
  #remove(pattern: string, dryRun: boolean): Invalidation {
    this.#texts.purgeStale();
    const matches = matcherOf(pattern);
    const found = [...this.#texts.keys()].filter(matches);
    if (!dryRun) for (const key of found) this.#texts.delete(key);
    return { matched: found.length, removed: dryRun ? 0 : found.length, complete: true };
  }

  async #tell(key: 'key' | 'pattern', text: string): Promise<void> {
    await this.#db.transactAlone((tx) => this.#notifications.publish(tx, { channel: CHANNEL, key, text }));
  }
}

/** Matches a pattern with `*` without backtracking, so that no pattern is slow. */
export function matcherOf(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}
