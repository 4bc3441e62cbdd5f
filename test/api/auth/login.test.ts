import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const login = (email: string, password: string) =>
  gateway.anonymous.POST('/api/auth/login', { body: { email, password } });

describe('login', () => {
  it('opens a session, and ignores the case of the email address', async () => {
    const { email, password } = await gateway.user();
    const { data, response } = await login(email.toUpperCase(), password);
    expect(response.status).toBe(200);
    expect(data).toMatchObject({ token_type: 'bearer', expires_in: 900 });
    const me = await gateway.client(data?.access_token ?? '').GET('/api/auth/me');
    expect(me.data?.email).toBe(email);
    expect(me.data?.last_login_at).not.toBe(null);
  });

  it('returns the same 401 for a wrong password, an unknown address and a deactivated account', async () => {
    const { email, password, userId } = await gateway.user();
    const gone = await gateway.user();
    await gateway.database.database.kysely
      .updateTable('users')
      .set({ is_active: false })
      .where('users.id', '=', gone.userId)
      .execute();
    const replies = await Promise.all([
      login(email, 'not the password at all'),
      login(`nobody-${userId}@example.org`, password),
      login(gone.email, gone.password),
    ]);
    const problems = replies.map(({ error, response }) => ({
      ...error,
      request_id: '',
      instance: '',
      status: response.status,
    }));
    expect(problems[0]).toMatchObject({ status: 401, code: 'invalid_credentials' });
    expect(problems[1]).toEqual(problems[0]);
    expect(problems[2]).toEqual(problems[0]);
  });

  it('issues different tokens for each session', async () => {
    const { email, password } = await gateway.user();
    const [a, b] = await Promise.all([login(email, password), login(email, password)]);
    expect(a.data?.access_token).not.toBe(b.data?.access_token);
    expect(a.data?.refresh_token).not.toBe(b.data?.refresh_token);
  });

  it('accepts a password in composed and in decomposed Unicode form', async () => {
    const member = await gateway.user();
    const email = `ü-${member.userId}@example.org`.replace('ü', 'u');
    const password = 'grün wie die Wälder im Mai';
    await gateway.anonymous.POST('/api/auth/register', {
      body: { email, password: password.normalize('NFC') },
    });
    const { response } = await login(email, password.normalize('NFD'));
    expect(response.status).toBe(200);
  });
});
