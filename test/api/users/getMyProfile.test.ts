import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('getMyProfile', () => {
  it('200 answers the caller with the version to change it by', async () => {
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

  it('401 meets the token of an account that is gone', async () => {
    const user = await gateway.user();
    await user.api.DELETE('/api/users/me', { body: { password: user.password } });
    expect((await user.api.GET('/api/users/me')).response.status).toBe(401);
  });
});
