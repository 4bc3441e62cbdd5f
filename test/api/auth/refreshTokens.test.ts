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

/** Lets every rotation of a user's sessions have happened earlier than it did. */
async function age(userId: string, seconds: number): Promise<void> {
  await sql`update refresh_tokens set rotated_at = rotated_at - ${seconds} * interval '1 second'
    where family_id in (select id from session_families where user_id = ${userId})`.execute(
    gateway.database.database.kysely,
  );
}

describe('refreshTokens', () => {
  it('200 answers a new pair, and the access token before it lives on until it expires', async () => {
    const user = await gateway.user();
    const { data, response } = await refresh(user.refreshToken);
    expect(response.status).toBe(200);
    expect(data?.refresh_token).not.toBe(user.refreshToken);
    expect([await me(data?.access_token ?? ''), await me(user.accessToken)]).toEqual([200, 200]);
  });

  it('answers parallel tabs the same successor, and so never forks the session', async () => {
    const user = await gateway.user();
    const replies = await Promise.all(Array.from({ length: 5 }, () => refresh(user.refreshToken)));
    const tokens = new Set(replies.map(({ data }) => data?.refresh_token));
    expect([replies.map(({ response }) => response.status), tokens.size]).toEqual([
      [200, 200, 200, 200, 200],
      1,
    ]);
  });

  it('401 meets a reuse after the grace, and the whole family is dead when the answer arrives', async () => {
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

  it('a reuse ends one session and leaves the others of the account alone', async () => {
    const user = await gateway.user();
    const other = await gateway.anonymous.POST('/api/auth/login', {
      body: { email: user.email, password: user.password },
    });
    await refresh(user.refreshToken);
    await age(user.userId, 11);
    await refresh(user.refreshToken);
    expect((await refresh(other.data?.refresh_token ?? '')).response.status).toBe(200);
  });

  it('401 meets an unknown, an expired and an access token alike', async () => {
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

  it('401 meets the tokens of an account that was deactivated', async () => {
    const user = await gateway.user();
    await sql`update users set is_active = false where id = ${user.userId}`.execute(
      gateway.database.database.kysely,
    );
    expect((await refresh(user.refreshToken)).response.status).toBe(401);
  });

  it('keeps no refresh token in the database', async () => {
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
