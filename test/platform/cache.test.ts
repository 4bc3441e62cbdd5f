import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cache } from '#src/platform/cache.ts';
import { MemoryCache, matcherOf } from '#src/platform/memory-cache.ts';
import { createMetrics } from '#src/platform/metrics.ts';
import { createNotifications, type Notifications } from '#src/platform/notifications.ts';
import { openRedis, type RedisConnection } from '#src/platform/redis.ts';
import { RedisCache } from '#src/platform/redis-cache.ts';
import { eventually } from '#test/support/eventually.ts';
import { openTestDatabase, quietLog, type TestDatabase } from '#test/support/test-database.ts';

const redisUrl = process.env.TEST_REDIS_URL;
const quiet = { ...quietLog(), warn: () => undefined };
let test: TestDatabase;
const notifications: Notifications[] = [];
const connections: RedisConnection[] = [];

beforeAll(async () => {
  test = await openTestDatabase();
});

afterAll(async () => {
  for (const each of notifications) await each.close();
  for (const each of connections) await each.close();
  await test.close();
});

/** The cache of one replica. */
async function open(kind: 'memory' | 'redis'): Promise<Cache> {
  const cache = kind === 'memory' ? await openMemory() : await openOnRedis(redisUrl as string);
  cache.start();
  return cache;
}

async function openMemory(): Promise<Cache> {
  const own = createNotifications(test.database, test.url, quietLog());
  notifications.push(own);
  own.start();
  await eventually(() => own.connected);
  return new Cache(new MemoryCache(test.database, own), createMetrics());
}

async function openOnRedis(url: string): Promise<Cache> {
  const redis = openRedis(url, quiet);
  connections.push(redis);
  await eventually(() => redis.available);
  return new Cache(new RedisCache(redis), createMetrics());
}

const kinds = redisUrl === undefined ? (['memory'] as const) : (['memory', 'redis'] as const);

describe.each(kinds)('a cache in %s', (kind) => {
  it('keeps values until they expire or are deleted', async () => {
    const cache = await open(kind);
    const key = randomUUID();
    expect(await cache.get('things', key)).toBeUndefined();
    await cache.set('things', key, { list: [1, 'ü', null] }, 60);
    expect(await cache.get('things', key)).toEqual({ list: [1, 'ü', null] });
    expect(await cache.get('others', key)).toBeUndefined();
    await cache.delete('things', key);
    expect(await cache.get('things', key)).toBeUndefined();
    await cache.set('things', key, 'short', 0.05);
    await eventually(async () => (await cache.get('things', key)) === undefined);
  });

  it('deletes on every replica', async () => {
    const [first, second] = [await open(kind), await open(kind)];
    const key = randomUUID();
    for (const cache of [first, second]) await cache.set('things', key, 1, 60);
    await first.delete('things', key);
    await eventually(async () => (await second.get('things', key)) === undefined);
    for (const cache of [first, second]) await cache.set('things', key, 2, 60);
    await first.invalidate('things:*');
    await eventually(async () => (await second.get('things', key)) === undefined);
  });

  it('deletes after the commit of a transaction, and not before or without it', async () => {
    const cache = await open(kind);
    const key = randomUUID();
    await cache.set('things', key, 'old', 60);
    const undone = test.database.transactAlone(async (tx) => {
      cache.deleteAfter(tx, 'things', key);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await cache.get('things', key)).toBe('old');
    await test.database.transactAlone(async (tx) => {
      cache.deleteAfter(tx, 'things', key);
      expect(await cache.get('things', key)).toBe('old');
    });
    await eventually(async () => (await cache.get('things', key)) === undefined);
  });

  it('deletes the keys that match a pattern, or only counts them', async () => {
    const cache = await open(kind);
    const group = `g${randomUUID().slice(0, 8)}`;
    for (const key of ['a:1', 'a:2', 'b:1', '[x]?\\{']) await cache.set(group, key, key, 60);
    const counted = await cache.invalidate(`${group}:a:*`, { dryRun: true });
    expect(counted).toEqual({ matched: 2, removed: 0, complete: true });
    expect(await cache.invalidate(`${group}:*:1`)).toEqual({ matched: 2, removed: 2, complete: true });
    expect(await cache.get(group, 'a:2')).toBe('a:2');
    expect(await cache.invalidate(`${group}:[x]?\\{`)).toMatchObject({ removed: 1 });
    expect((await cache.stats()).groups).toContainEqual({ name: group, keys: 1 });
  });

  it('can be emptied, and reports its use', async () => {
    const cache = await open(kind);
    await cache.clear();
    await cache.set('things', 'a', 1, 60);
    await cache.set('things', 'b', 1, 60);
    await cache.get('things', 'a');
    await cache.get('things', 'nothing');
    expect(await cache.stats()).toMatchObject({
      backend: kind,
      connected: true,
      keys: 2,
      hits: 1,
      misses: 1,
    });
    expect(await cache.clear()).toBe(2);
    expect((await cache.stats()).keys).toBe(0);
  });

  it('loads once for all concurrent callers', async () => {
    const cache = await open(kind);
    const key = randomUUID();
    let loads = 0;
    const load = async (): Promise<string> => {
      loads++;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return 'value';
    };
    const values = await Promise.all(
      Array.from({ length: 20 }, () => cache.getOrLoad('things', key, 60, load)),
    );
    expect(new Set(values)).toEqual(new Set(['value']));
    await cache.getOrLoad('things', key, 60, load);
    expect(loads).toBe(1);
  });

  it('keeps no value of a load that failed, or during which the key was deleted', async () => {
    const cache = await open(kind);
    const key = randomUUID();
    const failed = cache.getOrLoad('things', key, 60, () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    let go: (value: string) => void = () => undefined;
    const slow = cache.getOrLoad('things', key, 60, () => new Promise<string>((resolve) => (go = resolve)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await cache.delete('things', key);
    go('old');
    expect(await slow).toBe('old');
    expect(await cache.get('things', key)).toBeUndefined();
  });

  it('keeps no value that JSON cannot express', async () => {
    const cache = await open(kind);
    await cache.set('things', 'undefined', undefined, 60);
    expect(await cache.get('things', 'undefined')).toBeUndefined();
    await expect(cache.set('a:b', 'key', 1, 60)).rejects.toBeInstanceOf(TypeError);
  });
});

describe('a cache without its Redis', () => {
  it('misses and throws nothing', async () => {
    const redis = openRedis('redis://127.0.0.1:9', quiet);
    connections.push(redis);
    const cache = new Cache(new RedisCache(redis), createMetrics());
    cache.start();
    await cache.set('things', 'a', 1, 60);
    expect(await cache.get('things', 'a')).toBeUndefined();
    expect(await cache.getOrLoad('things', 'a', 60, async () => 2)).toBe(2);
    await cache.delete('things', 'a');
    expect(await cache.clear()).toBe(0);
    expect(await cache.invalidate('things:*')).toEqual({ matched: 0, removed: 0, complete: false });
    expect(await cache.stats()).toMatchObject({ backend: 'redis', connected: false, keys: 0 });
  });
});

describe('a cache pattern', () => {
  it.each([
    ['a:*', 'a:x', true],
    ['a:*', 'b:x', false],
    ['a:*:z', 'a:x:y:z', true],
    ['a:*z*', 'a:xzy', true],
    ['a:*a', 'a:', false],
    ['ab*ba', 'aba', false],
    ['*', 'anything', true],
    ['a:b', 'a:bc', false],
    ['a:.+', 'a:xx', false],
  ])('%s on %s is %s', (pattern, text, matches) => {
    expect(matcherOf(pattern)(text)).toBe(matches);
  });
});
