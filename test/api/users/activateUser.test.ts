import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let admin: Member;
beforeAll(async () => {
  gateway = await theGateway();
  admin = await gateway.admin();
});

const activate = (member: Member, id: string, ifMatch?: string) =>
  member.api.PUT('/api/users/{user_id}/activate', {
    params: { path: { user_id: id }, ...(ifMatch !== undefined && { header: { 'If-Match': ifMatch } }) },
  });

describe('activateUser', () => {
  it('allows a new login, and keeps the former sessions closed', async () => {
    const user = await gateway.user();
    const path = { user_id: user.userId };
    await admin.api.PUT('/api/users/{user_id}/deactivate', { params: { path } });
    const { data, response } = await activate(admin, user.userId);
    expect([response.status, data?.is_active]).toEqual([200, true]);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(401);
    const { email, password } = user;
    const login = await gateway.anonymous.POST('/api/auth/login', { body: { email, password } });
    expect(login.response.status).toBe(200);
  });

  it('keeps the version of an active account', async () => {
    const user = await gateway.user();
    const { response } = await activate(admin, user.userId);
    expect([response.status, response.headers.get('etag')]).toEqual([200, 'W/"1"']);
  });

  it('returns 404 for an unknown id', async () => {
    expect((await activate(admin, randomUUID())).response.status).toBe(404);
  });

  it('returns 412 for a stale version', async () => {
    const user = await gateway.user();
    const { error, response } = await activate(admin, user.userId, 'W/"7"');
    expect([response.status, error?.code]).toEqual([412, 'precondition_failed']);
  });

  it('returns 403 to everybody but admins', async () => {
    const user = await gateway.user();
    const replies = await Promise.all([
      activate(user, user.userId),
      activate(await gateway.viewer(), user.userId),
    ]);
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });
});
