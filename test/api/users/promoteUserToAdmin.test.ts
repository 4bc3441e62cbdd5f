import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let admin: Member;
beforeAll(async () => {
  gateway = await theGateway();
  admin = await gateway.admin();
});

const promote = (member: Member, id: string, ifMatch?: string) =>
  member.api.PUT('/api/users/{user_id}/promote-admin', {
    params: { path: { user_id: id }, ...(ifMatch !== undefined && { header: { 'If-Match': ifMatch } }) },
  });

describe('promoteUserToAdmin', () => {
  it('makes a user an admin within the open session', async () => {
    const user = await gateway.user();
    expect((await user.api.GET('/api/users/')).response.status).toBe(403);
    const { data } = await promote(admin, user.userId);
    expect(data?.role).toBe('admin');
    expect((await user.api.GET('/api/users/')).response.status).toBe(200);
    await admin.api.PUT('/api/users/{user_id}/revoke-admin', { params: { path: { user_id: user.userId } } });
  });

  it('returns 404 for an unknown id', async () => {
    expect((await promote(admin, randomUUID())).response.status).toBe(404);
  });

  it('returns 412 for a stale version', async () => {
    const user = await gateway.user();
    const { error, response } = await promote(admin, user.userId, 'W/"7"');
    expect([response.status, error?.code]).toEqual([412, 'precondition_failed']);
  });

  it('returns 403 to everybody but admins', async () => {
    const user = await gateway.user();
    const replies = await Promise.all([
      promote(user, user.userId),
      promote(await gateway.viewer(), user.userId),
    ]);
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });

  it('returns 409 for a deactivated account', async () => {
    const user = await gateway.user();
    const path = { user_id: user.userId };
    await admin.api.PUT('/api/users/{user_id}/deactivate', { params: { path } });
    const { error, response } = await promote(admin, user.userId);
    expect([response.status, error?.code]).toEqual([409, 'conflict']);
  });
});
