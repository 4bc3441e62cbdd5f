import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('logout', () => {
  it('returns 204 and ends the session with both of its tokens', async () => {
    const user = await gateway.user();
    expect((await user.api.POST('/api/auth/logout')).response.status).toBe(204);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(401);
    const { response } = await gateway.anonymous.POST('/api/auth/refresh', {
      body: { refresh_token: user.refreshToken },
    });
    expect(response.status).toBe(401);
  });

  it('ends the session too when the client sends an empty object, as many do with each POST', async () => {
    const user = await gateway.user();
    const headers = { authorization: `Bearer ${user.accessToken}`, 'content-type': 'application/json' };
    const send = (body: string) => gateway.fetch('/api/auth/logout', { method: 'POST', headers, body });
    expect((await send('{"all":true}')).status).toBe(422);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(200);
    expect((await send('{}')).status).toBe(204);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(401);
  });

  it('keeps the account and its other sessions', async () => {
    const user = await gateway.user();
    const { email, password } = user;
    const other = await gateway.anonymous.POST('/api/auth/login', { body: { email, password } });
    await user.api.POST('/api/auth/logout');
    const { response } = await gateway.client(other.data?.access_token ?? '').GET('/api/auth/me');
    expect(response.status).toBe(200);
  });
});
