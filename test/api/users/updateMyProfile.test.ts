import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const replace = (
  member: Member,
  body: { full_name: string | null; email: string; current_password?: string },
  ifMatch?: string,
) =>
  member.api.PUT('/api/users/me', {
    body,
    ...(ifMatch !== undefined && { params: { header: { 'If-Match': ifMatch } } }),
  });

describe('updateMyProfile', () => {
  it('changes the name without a password, and returns the next version', async () => {
    const user = await gateway.user();
    const { data, response } = await replace(user, { full_name: 'Ada Lind-Holm', email: user.email });
    expect([response.status, data?.full_name, response.headers.get('etag')]).toEqual([
      200,
      'Ada Lind-Holm',
      'W/"2"',
    ]);
    expect((await replace(user, { full_name: null, email: user.email })).data?.full_name).toBe(null);
  });

  it('changes the email address with the password, and the new address logs in', async () => {
    const user = await gateway.user();
    const email = `${randomUUID()}@example.org`;
    const body = { full_name: null, email, current_password: user.password };
    expect((await replace(user, body)).data?.email).toBe(email);
    const login = (address: string) =>
      gateway.anonymous.POST('/api/auth/login', { body: { email: address, password: user.password } });
    expect([(await login(email)).response.status, (await login(user.email)).response.status]).toEqual([
      200, 401,
    ]);
  });

  it('returns 422 for a new address without the password, or with a wrong one', async () => {
    const user = await gateway.user();
    const email = `${randomUUID()}@example.org`;
    const missing = await replace(user, { full_name: null, email });
    const wrong = await replace(user, { full_name: null, email, current_password: 'ZX81 is not it' });
    expect([missing.response.status, wrong.response.status]).toEqual([422, 422]);
    expect([missing.error?.errors?.[0]?.path, wrong.error?.errors?.[0]?.path]).toEqual([
      '/current_password',
      '/current_password',
    ]);
    expect(JSON.stringify(wrong.error)).not.toContain('ZX81');
    expect((await user.api.GET('/api/users/me')).data?.email).toBe(user.email);
  });

  it('returns 409 for an email address that is taken, in any case', async () => {
    const [user, other] = [await gateway.user(), await gateway.user()];
    const body = { full_name: null, email: other.email.toUpperCase(), current_password: user.password };
    const { error, response } = await replace(user, body);
    expect([response.status, error?.code]).toEqual([409, 'email_taken']);
  });

  it('returns 412 for a stale version', async () => {
    const user = await gateway.user();
    await replace(user, { full_name: 'One', email: user.email }, 'W/"1"');
    const { error, response } = await replace(user, { full_name: 'Two', email: user.email }, 'W/"1"');
    expect([response.status, error?.code]).toEqual([412, 'precondition_failed']);
  });

  it('returns 422 for every field that the caller may not set', async () => {
    const user = await gateway.user();
    for (const extra of [{ role: 'admin' }, { is_active: true }, { id: user.userId }, { created_at: 'x' }]) {
      const body = { full_name: null, email: user.email, ...extra };
      const { error, response } = await replace(user, body);
      expect([response.status, error?.errors?.[0]?.path]).toEqual([422, `/${Object.keys(extra)[0]}`]);
    }
  });
});
