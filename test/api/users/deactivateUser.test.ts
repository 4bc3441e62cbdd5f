import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let admin: Member;
beforeAll(async () => {
  gateway = await theGateway();
  admin = await gateway.admin();
});

const deactivate = (member: Member, id: string, ifMatch?: string) =>
  member.api.PUT('/api/users/{user_id}/deactivate', {
    params: { path: { user_id: id }, ...(ifMatch !== undefined && { header: { 'If-Match': ifMatch } }) },
  });

describe('deactivateUser', () => {
  it('ends every session at once and refuses new ones', async () => {
    const user = await gateway.user();
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(200);
    const { data } = await deactivate(admin, user.userId);
    expect(data?.is_active).toBe(false);
    const { email, password, refreshToken } = user;
    const replies = await Promise.all([
      user.api.GET('/api/auth/me'),
      gateway.anonymous.POST('/api/auth/login', { body: { email, password } }),
      gateway.anonymous.POST('/api/auth/refresh', { body: { refresh_token: refreshToken } }),
    ]);
    expect(replies.map(({ response }) => response.status)).toEqual([401, 401, 401]);
  });

  it('returns 404 for an unknown id', async () => {
    expect((await deactivate(admin, randomUUID())).response.status).toBe(404);
  });

  it('returns 412 for a stale version', async () => {
    const user = await gateway.user();
    const { error, response } = await deactivate(admin, user.userId, 'W/"7"');
    expect([response.status, error?.code]).toEqual([412, 'precondition_failed']);
  });

  it('returns 403 to everybody but admins', async () => {
    const user = await gateway.user();
    const replies = await Promise.all([
      deactivate(user, user.userId),
      deactivate(await gateway.viewer(), user.userId),
    ]);
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });

  it('returns 409 for the last active admin', async () => {
    const own = await startGateway();
    const last = await own.admin();
    const { error, response } = await deactivate(last, last.userId);
    expect([response.status, error?.code]).toEqual([409, 'last_admin']);
    await own.close();
  });
});
