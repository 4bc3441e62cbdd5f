import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';

const redisUrl = process.env.TEST_REDIS_URL;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
});
afterAll(() => gateway.close());

/** A login that fails, from an address of its own. */
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
  it('429 tells the eleventh login from one address how long to wait, and lets another address in', async () => {
    expect(await statuses(times(10, () => () => login(gateway, '198.51.100.1')))).toEqual(
      times(10, () => 401),
    );
    const refused = await login(gateway, '198.51.100.1');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await login(gateway, '198.51.100.2')).status).toBe(401);
  });

  it('counts before the body is looked at, so that broken ones count as well', async () => {
    const broken = () =>
      gateway.fetch('/api/auth/login', {
        method: 'POST',
        headers: { 'x-forwarded-for': '198.51.100.3' },
        body: 'x',
      });
    expect(await statuses(times(11, () => broken))).toEqual([...times(10, () => 415), 429]);
  });

  it('believes the address that the nearest proxy saw, and not what the client says', async () => {
    const spoofed = (n: number) => () => login(gateway, `203.0.113.${n}, 198.51.100.4`);
    const replies = await statuses(Array.from({ length: 11 }, (_value, n) => spoofed(n)));
    expect(replies.at(-1)).toBe(429);
  });

  it('is not there for probes', async () => {
    expect(new Set(await statuses(times(200, () => () => gateway.fetch('/health'))))).toEqual(new Set([200]));
  });
});

describe.skipIf(!redisUrl)('with Redis', () => {
  it('is one limit for all replicas', async () => {
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

describe('with a Redis that is not there', () => {
  it('each replica counts for itself, and the gateway serves and says that it is degraded', async () => {
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
