import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '#src/platform/log.ts';
import { openRedis, RedisUnavailableError } from '#src/platform/redis.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { hasRedisServer, type RedisServer, startRedisServer } from '#test/support/redis-server.ts';
import { startProxy, type TcpProxy } from '#test/support/tcp-proxy.ts';

const quiet = createLog({
  level: 'silent',
  form: 'json',
  sensitiveNames: [],
  destination: { write: () => undefined },
});
/** Ten thousand commands that each waited for their time-out would take half an hour. */
const ALL_MS = 30_000;
/** The 200 ms that one request may wait for a hung Redis, with a generous margin for a busy machine. */
const AT_ONCE_MS = 2_000;
/** Far more than as many reads take, and far less than as many waits for a Redis that is late. */
const READS = 60;
const READS_MS = 5_000;

const url = process.env.TEST_REDIS_URL;
const isPossible = hasRedisServer || url !== undefined;

let server: RedisServer | undefined;
let proxy: TcpProxy;
let gateway: TestGateway;
let member: Member;

/** The status of the Redis check in a health report. */
async function redisAt(path: '/ready' | '/health/detailed', at: TestGateway = gateway) {
  const { data } = await at.anonymous.GET(path);
  return data?.checks.find(({ name }) => name === 'redis')?.status;
}

async function read(): Promise<{ status: number; ms: number }> {
  const startedAt = performance.now();
  const { response } = await member.api.GET('/api/conversations');
  return { status: response.status, ms: performance.now() - startedAt };
}

/** A login that fails, and how many of them the limit still lets through. */
async function left(ip: string, at: TestGateway = gateway): Promise<number> {
  const reply = await at.fetch('/api/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
    body: JSON.stringify({ email: `${randomUUID()}@example.org`, password: 'x' }),
  });
  return reply.status === 401 ? Number(/;r=(\d+);/.exec(String(reply.headers.get('ratelimit')))?.[1]) : -1;
}

async function isServedAtOnce(): Promise<void> {
  const first = await Promise.all(Array.from({ length: 20 }, read));
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([200]));
  expect(Math.max(...first.map(({ ms }) => ms))).toBeLessThan(AT_ONCE_MS);
  const startedAt = performance.now();
  for (let i = 0; i < READS; i++) expect((await read()).status).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(READS_MS);
}

async function isUsedAgain(): Promise<void> {
  await eventually(async () => (await redisAt('/ready')) === 'ok', { withinMs: 15_000, what: 'Redis' });
}

describe.skipIf(!isPossible)('Redis behind a proxy (needs redis-server or TEST_REDIS_URL)', () => {
  beforeAll(async () => {
    server = hasRedisServer ? await startRedisServer() : undefined;
    proxy = await startProxy(server?.url ?? (url as string));
    gateway = await startGateway(
      { RATE_LIMITS: 'on', TRUST_PROXY: '1', REDIS_URL: proxy.url },
      { log: quiet },
    );
    member = await gateway.user();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
    await server?.kill();
  });

  beforeEach(() => isUsedAgain());
  afterEach(() => {
    proxy.thaw();
    proxy.slow(0);
    proxy.garble(undefined);
    proxy.cut();
  });

  it('delays only the running requests while it hangs, and is used again afterwards', async () => {
    proxy.freeze();
    await isServedAtOnce();
    expect(await redisAt('/ready')).toBe('failed');
    expect((await gateway.anonymous.GET('/health/detailed')).data?.status).toBe('degraded');
    const ip = `2001:db8:${randomUUID().slice(0, 4)}::1`;
    expect([await left(ip), await left(ip)]).toEqual([9, 8]);
    proxy.thaw();
    await isUsedAgain();
    expect(await left(ip)).toBe(9);
  });

  it('is a cache that misses while it hangs, and has no stale values afterwards', async () => {
    const { cache } = gateway.app.platform;
    const key = randomUUID();
    await cache.set('things', key, 'old', 60);
    expect(await cache.get('things', key)).toBe('old');
    proxy.freeze();
    const startedAt = performance.now();
    expect(await cache.getOrLoad('things', key, 60, async () => 'new')).toBe('new');
    await cache.delete('things', key);
    expect(performance.now() - startedAt).toBeLessThan(AT_ONCE_MS);
    proxy.thaw();
    await isUsedAgain();
    await eventually(async () => (await cache.getOrLoad('things', key, 60, async () => 'new')) === 'new');
    expect(await cache.get('things', key)).not.toBe('old');
  });

  it('does not keep the gateway from starting while it hangs', async () => {
    proxy.freeze();
    const own = await startGateway({ RATE_LIMITS: 'on', REDIS_URL: proxy.url }, { log: quiet });
    expect(await redisAt('/ready', own)).toBe('failed');
    expect((await own.user()).userId).toEqual(expect.any(String));
    proxy.thaw();
    await eventually(async () => (await redisAt('/ready', own)) === 'ok', { what: 'Redis' });
    await own.close();
  });

  it('is not used while it answers slowly', async () => {
    proxy.slow(1_000);
    await isServedAtOnce();
    expect(await redisAt('/ready')).toBe('failed');
    proxy.slow(0);
    await isUsedAgain();
  });

  it('is used again after it ended all connections', async () => {
    proxy.cut();
    await isServedAtOnce();
    await isUsedAgain();
  });

  it.each([
    ['another protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['a good word to every question', '+OK\r\n'],
    ['a number to every question', ':1\r\n'],
    ['an empty list to every question', '*0\r\n'],
    ['two words where numbers belong', '*2\r\n$1\r\na\r\n$1\r\nb\r\n'],
    ['the name of the probe to every question', '+PONG\r\n'],
    ['an answer that never ends', '$1000000\r\nx'],
  ])('is not used while it answers %s', async (_what, bytes) => {
    proxy.garble(bytes);
    await isServedAtOnce();
    const ip = `2001:db8:${randomUUID().slice(0, 4)}::1`;
    const counts: number[] = [];
    for (let i = 0; i < 11; i++) counts.push(await left(ip));
    expect(counts).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1]);
    expect(await gateway.app.platform.cache.get('things', 'any')).toBeUndefined();
    proxy.garble(undefined);
    proxy.cut();
    await isUsedAgain();
    expect(await left(`2001:db8:${randomUUID().slice(0, 4)}::1`)).toBe(9);
  });

  it('collects neither commands nor connections while it hangs', async () => {
    const redis = openRedis(proxy.url, quiet);
    await eventually(() => redis.available);
    proxy.freeze();
    const startedAt = performance.now();
    const asked = Array.from({ length: 10_000 }, () =>
      redis.ask((client) => client.get('x')).catch((error: unknown) => error),
    );
    const failed = await Promise.all(asked);
    expect(performance.now() - startedAt).toBeLessThan(ALL_MS);
    expect(failed.every((error) => error instanceof Error)).toBe(true);
    await sleep(3_000);
    // One connection of each that uses the proxy may be trying at a time.
    expect(proxy.open).toBeLessThanOrEqual(2);
    await expect(redis.ping()).rejects.toBeInstanceOf(RedisUnavailableError);
    proxy.thaw();
    await eventually(() => redis.available, { withinMs: 15_000, what: 'Redis' });
    await redis.close();
  });
});

describe.skipIf(!hasRedisServer)('a Redis whose process is stopped (needs redis-server)', () => {
  it('delays only the running requests, and is used again when it continues', async () => {
    const own = await startRedisServer();
    gateway = await startGateway({ RATE_LIMITS: 'on', TRUST_PROXY: '1', REDIS_URL: own.url }, { log: quiet });
    try {
      member = await gateway.user();
      await isUsedAgain();
      own.pause();
      await isServedAtOnce();
      expect(await redisAt('/ready')).toBe('failed');
      own.resume();
      await isUsedAgain();
      const ip = `2001:db8:${randomUUID().slice(0, 4)}::1`;
      expect([await left(ip), await left(ip)]).toEqual([9, 8]);
    } finally {
      own.resume();
      await gateway.close();
      await own.kill();
    }
  });
});
