import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const NEXT = 'four unrelated words of mine';
const change = (member: Member, current_password: string, new_password: string) =>
  member.api.POST('/api/users/me/change-password', { body: { current_password, new_password } });
const login = (email: string, password: string) =>
  gateway.anonymous.POST('/api/auth/login', { body: { email, password } });

describe('changeMyPassword', () => {
  it('returns 204, accepts the new password, and refuses the old one', async () => {
    const user = await gateway.user();
    expect((await change(user, user.password, NEXT)).response.status).toBe(204);
    expect((await login(user.email, NEXT)).response.status).toBe(200);
    expect((await login(user.email, user.password)).response.status).toBe(401);
  });

  it('ends every other session at once and keeps the current one', async () => {
    const user = await gateway.user();
    const other = await login(user.email, user.password);
    const elsewhere = gateway.client(other.data?.access_token ?? '');
    expect((await elsewhere.GET('/api/auth/me')).response.status).toBe(200);
    await change(user, user.password, NEXT);
    expect((await elsewhere.GET('/api/auth/me')).response.status).toBe(401);
    const refresh = await gateway.anonymous.POST('/api/auth/refresh', {
      body: { refresh_token: other.data?.refresh_token ?? '' },
    });
    expect(refresh.response.status).toBe(401);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(200);
  });

  it('returns 422 for a wrong current password and for an unchanged one, and repeats neither', async () => {
    const user = await gateway.user();
    const wrong = await change(user, 'ZX81 is not it', NEXT);
    const same = await change(user, user.password, user.password);
    expect([wrong.response.status, wrong.error?.errors?.[0]?.path]).toEqual([422, '/current_password']);
    expect([same.response.status, same.error?.errors?.[0]?.path]).toEqual([422, '/new_password']);
    expect(JSON.stringify(wrong.error)).not.toContain('ZX81');
  });

  it('returns 422 for a password that is easy to guess', async () => {
    const user = await gateway.user();
    for (const easy of ['password1234', 'qwertyuiop12', 'aaaaaaaaaaaaaaaa', `${user.email}`]) {
      const { error, response } = await change(user, user.password, easy);
      expect([easy, response.status, error?.code]).toEqual([easy, 422, 'weak_password']);
    }
  });
});
