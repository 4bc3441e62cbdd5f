import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, startGateway, startReplica, type TestGateway } from '#test/support/gateway.ts';
import { workOf } from '#test/support/work.ts';

const redis = process.env.TEST_REDIS_URL;
const settings: Record<string, string> = redis === undefined ? {} : { REDIS_URL: redis };

let first: TestGateway;
let second: TestGateway;
let admin: Member;
beforeAll(async () => {
  first = await startGateway(settings);
  second = await startReplica(first, settings);
  admin = await first.admin();
});
afterAll(async () => {
  await second.close();
  await first.close();
});

const me = async (at: TestGateway, token: string) =>
  (await at.client(token).GET('/api/auth/me')).response.status;
const refresh = (at: TestGateway, token: string) =>
  at.anonymous.POST('/api/auth/refresh', { body: { refresh_token: token } });
const login = (at: TestGateway, email: string, password: string) =>
  at.anonymous.POST('/api/auth/login', { body: { email, password } });

/** After this time, each replica must know a change. */
const SECOND = 1_000;

describe('two replicas on one database', () => {
  it('accept accounts, sessions and tokens of each other', async () => {
    const user = await first.user();
    const elsewhere = await login(second, user.email, user.password);
    expect(elsewhere.response.status).toBe(200);
    const next = await refresh(first, elsewhere.data?.refresh_token ?? '');
    expect([await me(second, next.data?.access_token ?? ''), await me(first, user.accessToken)]).toEqual([
      200, 200,
    ]);
  });

  it('refuse a session within a second after its logout at the other', async () => {
    const user = await first.user();
    expect(await me(second, user.accessToken)).toBe(200);
    await user.api.POST('/api/auth/logout');
    expect(await me(first, user.accessToken)).toBe(401);
    await sleep(SECOND);
    expect([
      await me(second, user.accessToken),
      (await refresh(second, user.refreshToken)).response.status,
    ]).toEqual([401, 401]);
  });

  it('refuse the other sessions within a second after a change of password', async () => {
    const user = await first.user();
    const other = (await login(second, user.email, user.password)).data?.access_token ?? '';
    expect(await me(second, other)).toBe(200);
    const body = { current_password: user.password, new_password: 'four unrelated words of mine' };
    expect((await user.api.POST('/api/users/me/change-password', { body })).response.status).toBe(200);
    await sleep(SECOND);
    expect([await me(second, other), await me(second, user.accessToken)]).toEqual([401, 200]);
  });

  it('refuse an account within a second after its deactivation', async () => {
    const user = await first.user();
    expect(await me(second, user.accessToken)).toBe(200);
    const path = { user_id: user.userId };
    await admin.api.PUT('/api/users/{user_id}/deactivate', { params: { path } });
    await sleep(SECOND);
    expect([await me(second, user.accessToken), await me(first, user.accessToken)]).toEqual([401, 401]);
  });

  it('apply a new role within a second after its change', async () => {
    const user = await first.user();
    const list = async () => (await second.client(user.accessToken).GET('/api/users/')).response.status;
    const params = { path: { user_id: user.userId } };
    expect(await list()).toBe(403);
    await admin.api.PUT('/api/users/{user_id}/promote-admin', { params });
    await sleep(SECOND);
    expect(await list()).toBe(200);
    await admin.api.PUT('/api/users/{user_id}/revoke-admin', { params });
    await sleep(SECOND);
    expect(await list()).toBe(403);
  });

  it('return one successor for a thousand parallel refreshes of one token', async () => {
    const user = await first.user();
    const replies = await Promise.all(
      Array.from({ length: 1_000 }, (_one, n) => refresh(n % 2 === 0 ? first : second, user.refreshToken)),
    );
    // A machine that is busy answers some later than the grace, which ends the family, or not at all. It never forks.
    const successors = new Set(replies.flatMap(({ data }) => data?.refresh_token ?? []));
    const statuses = new Set(replies.map(({ response }) => response.status));
    expect([successors.size, [...statuses].filter((status) => ![200, 401, 503].includes(status))]).toEqual([
      1,
      [],
    ]);
    const { rows } = await sql<{ live: number }>`select count(*)::int as live from refresh_tokens
      join session_families on session_families.id = family_id
      where user_id = ${user.userId} and rotated_at is null and revoked_at is null`.execute(
      first.database.database.kysely,
    );
    expect(rows[0]?.live).toBe(statuses.has(401) ? 0 : 1);
  }, 300_000);

  it('end the whole session before they answer the reuse of an old token', async () => {
    for (let round = 0; round < 5; round++) {
      const user = await first.user();
      const newest = (await refresh(first, user.refreshToken)).data?.refresh_token ?? '';
      await sql`update refresh_tokens set rotated_at = rotated_at - interval '11 seconds' where family_id in
        (select id from session_families where user_id = ${user.userId})`.execute(
        first.database.database.kysely,
      );
      const [reuse, raced] = await Promise.all([refresh(second, user.refreshToken), refresh(first, newest)]);
      expect(reuse.response.status).toBe(401);
      const descendants = [newest, raced.data?.refresh_token].filter((token) => token !== undefined);
      for (const token of descendants) {
        expect((await refresh(first, token)).response.status).toBe(401);
        expect((await refresh(second, token)).response.status).toBe(401);
      }
    }
  });

  it('keep one admin when two demote each other at the same time', async () => {
    const own = await startGateway(settings);
    const replica = await startReplica(own, settings);
    const [a, b] = [await own.user(), await own.user()];
    for (let round = 0; round < 5; round++) {
      for (const { userId } of [a, b]) await own.database.setRole(userId, 'admin');
      await sleep(SECOND);
      const demote = (at: TestGateway, by: Member, whom: Member) =>
        at.client(by.accessToken).PATCH('/api/users/{user_id}', {
          params: { path: { user_id: whom.userId } },
          body: { role: 'user' },
        });
      const replies = await Promise.all([demote(own, a, b), demote(replica, b, a)]);
      expect(replies.map(({ response }) => response.status).filter((status) => status === 200)).toHaveLength(
        1,
      );
      const { rows } = await sql<{ admins: number }>`select count(*)::int as admins from users
        where role = 'admin' and is_active`.execute(own.database.database.kysely);
      expect(rows[0]?.admins).toBe(1);
    }
    await replica.close();
    await own.close();
  });

  it('list the sessions of an account, and end one from another device', async () => {
    const user = await first.user();
    const elsewhere = (await login(second, user.email, user.password)).data?.access_token ?? '';
    const { sessions } = first.app.services;
    const own = workOf(await sessions.identify(user.accessToken));
    const open = await sessions.listOwn(own);
    expect(open.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = open.find(({ current }) => !current)?.id ?? '';
    const stranger = workOf(await sessions.identify((await first.user()).accessToken));
    await expect(sessions.revokeOwn(stranger, other)).rejects.toMatchObject({ code: 'not_found' });
    await sessions.revokeOwn(own, other);
    await sleep(SECOND);
    expect([await me(second, elsewhere), await me(second, user.accessToken)]).toEqual([401, 200]);
    expect(await sessions.listOwn(own)).toHaveLength(1);
  });

  it('accept tokens of the former secret while both are configured, and not afterwards', async () => {
    const former = 'test-signing-secret-of-more-than-32-bytes';
    const next = 'the-secret-that-follows-it-with-over-32-bytes';
    const user = await first.user();
    const both = await startReplica(first, { ...settings, JWT_SECRET: `${next},${former}` });
    const renewed = await refresh(both, user.refreshToken);
    expect([await me(both, user.accessToken), await me(both, renewed.data?.access_token ?? '')]).toEqual([
      200, 200,
    ]);
    const only = await startReplica(first, { ...settings, JWT_SECRET: next });
    expect([await me(only, user.accessToken), await me(only, renewed.data?.access_token ?? '')]).toEqual([
      401, 200,
    ]);
    await only.close();
    await both.close();
  });
});

describe('wrong passwords', () => {
  const counting = { ...settings, RATE_LIMITS: 'on', TRUST_PROXY: '1' };
  let one: TestGateway;
  let two: TestGateway;
  beforeAll(async () => {
    one = await startReplica(first, counting);
    two = await startReplica(first, counting);
  });
  afterAll(() => Promise.all([one.close(), two.close()]));

  let host = 0;
  /** Each address is in a different network, since rates are counted by network. */
  const address = () => `2001:db8:${(++host).toString(16)}:${randomUUID().slice(0, 4)}::1`;
  const attempt = (at: TestGateway, email: string, password: string, ip: string) =>
    at.fetch('/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
      body: JSON.stringify({ email, password }),
    });

  it('make an address wait for this account, on every replica and after a restart, and no other address', async () => {
    const user = await first.user();
    const ip = address();
    for (let n = 0; n < 5; n++)
      expect((await attempt(n % 2 ? one : two, user.email, 'wrong', ip)).status).toBe(401);
    const refused = await attempt(two, user.email, user.password, ip);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    const restarted = await startReplica(first, counting);
    expect((await attempt(restarted, user.email, user.password, ip)).status).toBe(429);
    await restarted.close();
    expect((await attempt(one, user.email, user.password, address())).status).toBe(200);
  });

  it('count by network, whatever address or port of it they come from', async () => {
    const v6 = () => address().replace(/::1$/, '');
    const v4 = () => `10.${randomBytes(3).join('.')}`;
    const forms: readonly (readonly [network: string, at: (network: string, n: number) => string])[] = [
      [v6(), (network, n) => `${network}::${n}`],
      [v6(), (network, n) => `[${network}:${n}::1]:${40_000 + n}`],
      [v4(), (network, n) => `${network}:${40_000 + n}`],
      [v4(), (network, n) => (n % 2 ? `::ffff:${network}` : network)],
    ];
    for (const [network, at] of forms) {
      const form = (n: number) => at(network, n);
      const user = await first.user();
      const statuses: number[] = [];
      for (let n = 1; n <= 5; n++) statuses.push((await attempt(one, user.email, 'wrong', form(n))).status);
      const right = await attempt(two, user.email, user.password, form(9));
      expect([...statuses, right.status]).toEqual([401, 401, 401, 401, 401, 429]);
    }
  });

  it('from elsewhere leave the owner alone at another address of the usual network', async () => {
    const user = await first.user();
    const home = address().replace(/::1$/, '');
    expect((await attempt(one, user.email, user.password, `${home}::1`)).status).toBe(200);
    for (let n = 0; n < 20; n++) await attempt(n % 2 ? one : two, user.email, 'wrong', address());
    expect((await attempt(two, user.email, user.password, address())).status).toBe(429);
    expect((await attempt(two, user.email, user.password, `${home}:9::9`)).status).toBe(200);
  });

  it('count also for an email address without an account', async () => {
    const ip = address();
    const nobody = `${randomUUID()}@example.org`;
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await attempt(one, nobody, 'wrong', ip)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('from many addresses make new addresses wait, but not one with an earlier login', async () => {
    const user = await first.user();
    const home = address();
    expect((await attempt(one, user.email, user.password, home)).status).toBe(200);
    for (let n = 0; n < 20; n++) await attempt(n % 2 ? one : two, user.email, 'wrong', address());
    expect((await attempt(one, user.email, user.password, address())).status).toBe(429);
    expect((await attempt(two, user.email, user.password, home)).status).toBe(200);
  });

  it.each([
    ['change of the address', 'PUT'],
    ['deletion', 'DELETE'],
  ])(
    'at a %s count in the session from wherever they come, and leave another session alone',
    async (_what, method) => {
      const user = await first.user();
      const send = (token: string, password: string, ip: string) =>
        one.fetch('/api/users/me', {
          method,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'x-forwarded-for': ip,
          },
          body: JSON.stringify(
            method === 'PUT'
              ? { full_name: null, email: `${randomUUID()}@example.org`, current_password: password }
              : { password },
          ),
        });
      const statuses: number[] = [];
      for (let n = 0; n < 20; n++) statuses.push((await send(user.accessToken, 'wrong', address())).status);
      expect(statuses).toEqual(Array(20).fill(422));
      // The first wait is a second, for which this test may be too slow.
      await first.database.database.kysely
        .updateTable('password_attempts')
        .set({ blocked_until: new Date(Date.now() + 60_000) })
        .where('password_attempts.blocked_until', 'is not', null)
        .execute();
      expect((await send(user.accessToken, user.password, address())).status).toBe(429);
      // What a thief does with one session neither keeps the owner from logging in nor from acting then.
      const login = await attempt(two, user.email, user.password, address());
      const { access_token: fresh } = (await login.json()) as { access_token: string };
      expect((await send(fresh, user.password, address())).status).toBe(method === 'PUT' ? 200 : 204);
    },
  );

  it('at the login do not keep the owner from a change in an open session elsewhere', async () => {
    const user = await first.user();
    for (let n = 0; n < 20; n++) await attempt(n % 2 ? one : two, user.email, 'wrong', address());
    const { status } = await one.fetch('/api/users/me', {
      method: 'DELETE',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${user.accessToken}`,
        'x-forwarded-for': address(),
      },
      body: JSON.stringify({ password: user.password }),
    });
    expect(status).toBe(204);
  });

  it('are all counted when they come at the same time', async () => {
    const user = await first.user();
    const ip = address();
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_one, n) => attempt(n % 2 ? one : two, user.email, 'wrong', ip)),
    );
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
  });
});

describe('the first start of a gateway', () => {
  it('creates one admin and announces the generated password once, also with two replicas', async () => {
    const own = await startGateway(settings);
    const replica = await startReplica(own, settings);
    const told: string[] = [];
    const announce = (text: string) => void told.push(text);
    await Promise.all([own.app.ensureFirstAdmin(announce), replica.app.ensureFirstAdmin(announce)]);
    expect(told).toHaveLength(1);
    const password = /password (\S+)/.exec(told[0] ?? '')?.[1] ?? '';
    expect(password.length).toBeGreaterThanOrEqual(20);
    const { data } = await login(replica, 'admin@voiceassist.local', password);
    expect((await own.client(data?.access_token ?? '').GET('/api/auth/me')).data?.role).toBe('admin');
    await own.app.ensureFirstAdmin(announce);
    expect(told).toHaveLength(1);
    const entries = await own.database.database.kysely
      .selectFrom('audit_entries')
      .selectAll()
      .where('audit_entries.action', '=', 'user.create_first_admin')
      .execute();
    expect(entries).toMatchObject([{ outcome: 'succeeded', actor_id: null, object_type: 'user' }]);
    await replica.close();
    await own.close();
  });

  it('uses email address and password of the environment, and announces nothing', async () => {
    const account = { ADMIN_EMAIL: 'root@example.org', ADMIN_PASSWORD: 'seven brave otters paint' };
    const own = await startGateway({ ...settings, ...account });
    await own.app.ensureFirstAdmin(() => expect.unreachable());
    expect((await login(own, account.ADMIN_EMAIL, account.ADMIN_PASSWORD)).response.status).toBe(200);
    await own.close();
  });

  it('promotes no existing account, and refuses a password that is easy to guess', async () => {
    const own = await startGateway({ ...settings, ADMIN_EMAIL: 'taken@example.org' });
    const body = { email: 'Taken@example.org', password: 'correct horse battery staple' };
    await own.anonymous.POST('/api/auth/register', { body });
    await expect(own.app.ensureFirstAdmin(() => undefined)).rejects.toThrow('ADMIN_EMAIL');
    const easy = await startReplica(own, { ...settings, ADMIN_PASSWORD: 'password1234' });
    await expect(easy.app.ensureFirstAdmin(() => undefined)).rejects.toMatchObject({ code: 'weak_password' });
    await easy.close();
    await own.close();
  });
});

describe('the hash of a password', () => {
  it('is renewed at the next login when its cost parameters are outdated', async () => {
    const user = await first.user();
    const { hash } = await import('@node-rs/argon2');
    const old = await hash(user.password, { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    const { kysely } = first.database.database;
    await kysely
      .updateTable('users')
      .set({ password_hash: old })
      .where('users.id', '=', user.userId)
      .execute();
    expect((await login(second, user.email, user.password)).response.status).toBe(200);
    const row = await kysely
      .selectFrom('users')
      .select('users.password_hash')
      .where('users.id', '=', user.userId)
      .executeTakeFirstOrThrow();
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await login(first, user.email, user.password)).response.status).toBe(200);
  });
});
