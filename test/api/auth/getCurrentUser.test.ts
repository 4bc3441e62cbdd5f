import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

type Claims = Record<string, unknown>;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The token with other contents, signed as the server would sign it. */
function forge(token: string, change: { header?: Claims; claims?: Claims; secret?: string }): string {
  const [header, claims] = token
    .split('.', 2)
    .map((text) => JSON.parse(Buffer.from(text, 'base64url').toString() || '{}'));
  const body = `${part({ ...header, ...change.header })}.${part({ ...claims, ...change.claims })}`;
  const secret = change.secret ?? 'test-signing-secret-of-more-than-32-bytes';
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

describe('getCurrentUser', () => {
  it('returns the account of the token', async () => {
    const user = await gateway.user();
    const { data } = await user.api.GET('/api/auth/me');
    expect(data).toMatchObject({ id: user.userId, email: user.email, role: 'user', is_active: true });
  });

  it('returns the current role, not the role at the login', async () => {
    const user = await gateway.user();
    await gateway.database.setRole(user.userId, 'viewer');
    expect((await user.api.GET('/api/auth/me')).data?.role).toBe('viewer');
  });

  it('returns the same 401 for every defect of a token', async () => {
    const { accessToken } = await gateway.user();
    const stranger = await gateway.user();
    const past = Math.floor(Date.now() / 1000) - 1;
    const tokens = {
      expired: forge(accessToken, { claims: { exp: past } }),
      'of another issuer': forge(accessToken, { claims: { iss: 'someone-else' } }),
      'for another audience': forge(accessToken, { claims: { aud: 'another-api' } }),
      'of another key': forge(accessToken, { secret: 'x'.repeat(32) }),
      'with another key id': forge(accessToken, { header: { kid: 'other' } }),
      unsigned: `${part({ alg: 'none', typ: 'at+jwt' })}.${accessToken.split('.')[1]}.`,
      'of another algorithm': forge(accessToken, { header: { alg: 'HS384' } }),
      'of another type': forge(accessToken, { header: { typ: 'JWT' } }),
      'without an id': forge(accessToken, { claims: { jti: undefined } }),
      'of another user': forge(accessToken, { claims: { sub: stranger.userId } }),
      'of no session': forge(accessToken, { claims: { sid: stranger.userId } }),
      'of a malformed session': forge(accessToken, { claims: { sid: 'x' } }),
      cut: accessToken.slice(0, -3),
    };
    expect((await gateway.client(forge(accessToken, {})).GET('/api/auth/me')).response.status).toBe(200);
    for (const [defect, token] of Object.entries(tokens)) {
      const { error, response } = await gateway.client(token).GET('/api/auth/me');
      expect([defect, response.status, error?.code, error?.detail]).toEqual([
        defect,
        401,
        'unauthenticated',
        'A valid access token is required.',
      ]);
    }
  });

  it('returns 401 within a second after the account was deactivated', async () => {
    const user = await gateway.user();
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(200);
    await gateway.database.database.kysely
      .updateTable('users')
      .set({ is_active: false })
      .where('users.id', '=', user.userId)
      .execute();
    await expect
      .poll(async () => (await user.api.GET('/api/auth/me')).response.status, { timeout: 5_000 })
      .toBe(401);
  });
});
