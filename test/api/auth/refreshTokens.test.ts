import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const refresh = (token: string) =>
  gateway.anonymous.POST('/api/auth/refresh', { body: { refresh_token: token } });
const me = async (accessToken: string): Promise<number> =>
  (await gateway.client(accessToken).GET('/api/auth/me')).response.status;

/** Moves every rotation of the user's refresh tokens into the past. */
async function age(userId: string, seconds: number): Promise<void> {
  await sql`update refresh_tokens set rotated_at = rotated_at - ${seconds} * interval '1 second'
    where family_id in (select id from session_families where user_id = ${userId})`.execute(
    gateway.database.database.kysely,
  );
}

describe('refreshTokens', () => {
  it('returns a new pair, and the former access token stays valid until it expires', async () => {
    const user = await gateway.user();
    const { data, response } = await refresh(user.refreshToken);
    expect(response.status).toBe(200);
    expect(data?.refresh_token).not.toBe(user.refreshToken);
    expect([await me(data?.access_token ?? ''), await me(user.accessToken)]).toEqual([200, 200]);
  });

  it('returns the same successor to parallel requests', async () => {
    const user = await gateway.user();
    const replies = await Promise.all(Array.from({ length: 5 }, () => refresh(user.refreshToken)));
    const tokens = new Set(replies.map(({ data }) => data?.refresh_token));
    expect([replies.map(({ response }) => response.status), tokens.size]).toEqual([
      [200, 200, 200, 200, 200],
      1,
    ]);
  });

  it('returns 401 for a token that is reused after the grace period, and ends the session at once', async () => {
    const user = await gateway.user();
    const second = await refresh(user.refreshToken);
    const third = await refresh(second.data?.refresh_token ?? '');
    await age(user.userId, 11);
    const reuse = await refresh(user.refreshToken);
    expect([reuse.response.status, reuse.error?.code]).toEqual([401, 'invalid_refresh_token']);
    for (const token of [second.data?.refresh_token, third.data?.refresh_token]) {
      expect((await refresh(token ?? '')).response.status).toBe(401);
    }
    expect(await me(third.data?.access_token ?? '')).toBe(401);
  });

  it('ends only one session of the account when a token is reused', async () => {
    const user = await gateway.user();
    const other = await gateway.anonymous.POST('/api/auth/login', {
      body: { email: user.email, password: user.password },
    });
    await refresh(user.refreshToken);
    await age(user.userId, 11);
    await refresh(user.refreshToken);
    expect((await refresh(other.data?.refresh_token ?? '')).response.status).toBe(200);
  });

  it('returns the same 401 for an unknown token, an expired token and an access token', async () => {
    const user = await gateway.user();
    await sql`update refresh_tokens set expires_at = now() - interval '1 second'
      where family_id in (select id from session_families where user_id = ${user.userId})`.execute(
      gateway.database.database.kysely,
    );
    for (const token of ['unknown', user.refreshToken, user.accessToken]) {
      const { error, response } = await refresh(token);
      expect([response.status, error?.code]).toEqual([401, 'invalid_refresh_token']);
    }
  });

  it('returns 401 for a deactivated account', async () => {
    const user = await gateway.user();
    await sql`update users set is_active = false where id = ${user.userId}`.execute(
      gateway.database.database.kysely,
    );
    expect((await refresh(user.refreshToken)).response.status).toBe(401);
  });

  it('stores no refresh token in clear text', async () => {
    const user = await gateway.user();
    const next = await refresh(user.refreshToken);
    const { rows } = await sql<{
      dump: string;
    }>`select coalesce(string_agg(t::text, ' '), '') as dump from refresh_tokens t
      where family_id in (select id from session_families where user_id = ${user.userId})`.execute(
      gateway.database.database.kysely,
    );
    expect(rows[0]?.dump).not.toContain(user.refreshToken);
    expect(rows[0]?.dump).not.toContain(Buffer.from(next.data?.refresh_token ?? '').toString('hex'));
  });
});
