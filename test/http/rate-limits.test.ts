import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProcessRateLimits } from '#src/platform/process-rate-limits.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { hasRedisServer, startRedisServer } from '#test/support/redis-server.ts';

const redisUrl = process.env.TEST_REDIS_URL;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
});
afterAll(() => gateway.close());

/** A failing login from the given address. */
function login(at: TestGateway, ip: string): Promise<Response> {
  return at.fetch('/api/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
    body: JSON.stringify({ email: `${randomUUID()}@example.org`, password: 'x' }),
  });
}

async function statuses(calls: readonly (() => Promise<Response>)[]): Promise<number[]> {
  const replies: number[] = [];
  for (const call of calls) replies.push((await call()).status);
  return replies;
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('a rate limit of the contract', () => {
  it('returns 429 with Retry-After to the eleventh login from one address, and not to another address', async () => {
    expect(await statuses(times(10, () => () => login(gateway, '198.51.100.1')))).toEqual(
      times(10, () => 401),
    );
    const refused = await login(gateway, '198.51.100.1');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await login(gateway, '198.51.100.2')).status).toBe(401);
  });

  it('counts requests with a broken body', async () => {
    const broken = () =>
      gateway.fetch('/api/auth/login', {
        method: 'POST',
        headers: { 'x-forwarded-for': '198.51.100.3' },
        body: 'x',
      });
    expect(await statuses(times(11, () => broken))).toEqual([...times(10, () => 415), 429]);
  });

  it('counts by the address that the nearest proxy saw, not by the one that the client claims', async () => {
    const spoofed = (n: number) => () => login(gateway, `203.0.113.${n}, 198.51.100.4`);
    const replies = await statuses(Array.from({ length: 11 }, (_value, n) => spoofed(n)));
    expect(replies.at(-1)).toBe(429);
  });

  it('counts an address with ever new ports as one caller', async () => {
    const calls = Array.from(
      { length: 11 },
      (_value, n) => () => login(gateway, `198.51.100.6:${4_000 + n}`),
    );
    expect((await statuses(calls)).at(-1)).toBe(429);
  });

  it('counts by the address of the proxy when its entry is no address, and not by what the client wrote', async () => {
    const calls = Array.from(
      { length: 11 },
      (_value, n) => () => login(gateway, `203.0.113.${n}, unknown-${n}`),
    );
    expect((await statuses(calls)).at(-1)).toBe(429);
  });

  it('reports the remaining requests in every answer', async () => {
    const reply = await login(gateway, '198.51.100.5');
    expect(reply.headers.get('ratelimit-policy')).toBe('"login";q=10;w=60');
    expect(reply.headers.get('ratelimit')).toMatch(/^"login";r=9;t=\d+$/);
    expect((await login(gateway, '198.51.100.5')).headers.get('ratelimit')).toMatch(/^"login";r=8;/);
  });

  it('counts all addresses of one IPv6 network as one caller', async () => {
    const calls = Array.from({ length: 11 }, (_value, n) => () => login(gateway, `2001:db8:7:7:${n + 1}::1`));
    expect((await statuses(calls)).at(-1)).toBe(429);
    expect((await login(gateway, '2001:db8:7:8::1')).status).toBe(401);
  });

  it('counts a user across all addresses, separate from other users', async () => {
    const [one, two] = [await gateway.user(), await gateway.user()];
    const session = (who: typeof one, n: number) =>
      gateway.fetch('/api/voice/realtime-session', {
        method: 'POST',
        headers: { authorization: `Bearer ${who.accessToken}`, 'x-forwarded-for': `192.0.2.${n}` },
      });
    const replies = await statuses(Array.from({ length: 11 }, (_value, n) => () => session(one, n)));
    expect([new Set(replies.slice(0, 10)).has(429), replies.at(-1)]).toEqual([false, 429]);
    expect((await session(two, 1)).status).not.toBe(429);
  });

  it('counts after the check of the role', async () => {
    const limit = (path: string, accessToken: string) =>
      gateway.fetch(path, { method: 'POST', headers: { authorization: `Bearer ${accessToken}` }, body: 'x' });
    const { accessToken } = await gateway.user();
    const replies = await statuses(
      Array.from({ length: 40 }, () => () => limit('/api/admin/cache/clear', accessToken)),
    );
    expect(new Set(replies)).toEqual(new Set([403]));
  });

  it('does not count health probes', async () => {
    expect(new Set(await statuses(times(200, () => () => gateway.fetch('/health'))))).toEqual(new Set([200]));
  });
});

describe.skipIf(!redisUrl)('rate limits with Redis', () => {
  it('are shared by all replicas', async () => {
    const settings = { RATE_LIMITS: 'on', TRUST_PROXY: '1', REDIS_URL: redisUrl as string };
    const [a, b] = await Promise.all([startGateway(settings), startGateway(settings)]);
    await expect
      .poll(async () => (await a.anonymous.GET('/health/detailed')).data?.checks[1]?.status)
      .toBe('ok');
    const ip = `2001:db8::${randomUUID().slice(0, 4)}`;
    const replies = await statuses(
      times(11, () => 0).map((_zero, n) => () => login(n % 2 === 0 ? a : b, ip)),
    );
    expect(replies).toEqual([...times(10, () => 401), 429]);
    await Promise.all([a.close(), b.close()]);
  });
});

describe('rate limits with a Redis that cannot be reached', () => {
  it('are counted by each replica, and the health is reported as degraded', async () => {
    const own = await startGateway({ RATE_LIMITS: 'on', TRUST_PROXY: '1', REDIS_URL: 'redis://127.0.0.1:9' });
    expect(await statuses(times(11, () => () => login(own, '198.51.100.9')))).toEqual([
      ...times(10, () => 401),
      429,
    ]);
    const { data } = await own.anonymous.GET('/health/detailed');
    expect([data?.status, data?.checks[1]]).toMatchObject(['degraded', { name: 'redis', status: 'failed' }]);
    await own.close();
  });
});

describe('rate limits in memory', () => {
  it('are bounded in number', () => {
    const limits = new ProcessRateLimits(1_000);
    for (let n = 0; n < 100_000; n++) limits.take(`caller-${n}`, { limit: 1, windowSeconds: 60 });
    expect(limits.size).toBe(1_000);
    expect(limits.take('caller-99999', { limit: 1, windowSeconds: 60 }).allowed).toBe(false);
  });

  it('begin anew with each window', async () => {
    const limits = new ProcessRateLimits();
    const rule = { limit: 1, windowSeconds: 0.05 };
    expect(limits.take('a', rule).allowed).toBe(true);
    await expect.poll(() => limits.take('a', rule).allowed).toBe(true);
  });
});

describe.skipIf(!hasRedisServer)('rate limits with a Redis that restarts', () => {
  it('are counted in memory meanwhile, and shared by the replicas afterwards', async () => {
    const redis = await startRedisServer();
    const settings = { RATE_LIMITS: 'on', TRUST_PROXY: '1', REDIS_URL: redis.url };
    const [a, b] = await Promise.all([startGateway(settings), startGateway(settings)]);
    const connected = (at: TestGateway) =>
      expect
        .poll(async () => (await at.anonymous.GET('/health/detailed')).data?.checks[1]?.status, {
          timeout: 20_000,
        })
        .toBe('ok');
    await Promise.all([connected(a), connected(b)]);
    const left = async (at: TestGateway, ip: string) =>
      Number(/;r=(\d+);/.exec(String((await login(at, ip)).headers.get('ratelimit')))?.[1]);
    expect([await left(a, '192.0.2.1'), await left(b, '192.0.2.1')]).toEqual([9, 8]);
    await redis.kill();
    expect([await left(a, '192.0.2.2'), await left(b, '192.0.2.2')]).toEqual([9, 9]);
    await redis.start();
    await Promise.all([connected(a), connected(b)]);
    expect([await left(a, '192.0.2.3'), await left(b, '192.0.2.3')]).toEqual([9, 8]);
    await Promise.all([a.close(), b.close()]);
    await redis.kill();
  });
});
