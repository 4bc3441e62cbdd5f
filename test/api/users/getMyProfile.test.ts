import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('getMyProfile', () => {
  it('returns the caller with the version', async () => {
    const user = await gateway.user();
    const { data, response } = await user.api.GET('/api/users/me');
    expect(data).toMatchObject({
      id: user.userId,
      email: user.email,
      full_name: 'Test Person',
      role: 'user',
    });
    expect(response.headers.get('etag')).toBe('W/"1"');
  });

  it('returns 401 for the token of a deleted account', async () => {
    const user = await gateway.user();
    await user.api.DELETE('/api/users/me', { body: { password: user.password } });
    expect((await user.api.GET('/api/users/me')).response.status).toBe(401);
  });
});
