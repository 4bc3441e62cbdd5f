import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let admin: Member;
beforeAll(async () => {
  gateway = await theGateway();
  admin = await gateway.admin();
});

const get = (member: Member, id: string) =>
  member.api.GET('/api/users/{user_id}', { params: { path: { user_id: id } } });

describe('getUser', () => {
  it('returns an account with its version, without its password', async () => {
    const user = await gateway.user();
    const { data, response } = await get(admin, user.userId);
    expect(data).toMatchObject({ id: user.userId, email: user.email, is_active: true });
    expect(response.headers.get('etag')).toBe('W/"1"');
    expect(JSON.stringify(data)).not.toMatch(/argon|hash/);
  });

  it('returns 404 for an unknown id', async () => {
    expect((await get(admin, randomUUID())).response.status).toBe(404);
  });

  it('returns 403 to everybody but admins, also for their own account', async () => {
    const user = await gateway.user();
    const replies = await Promise.all([get(user, user.userId), get(await gateway.viewer(), user.userId)]);
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });
});
