import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let admin: Member;
beforeAll(async () => {
  gateway = await theGateway();
  admin = await gateway.admin();
});

const revoke = (member: Member, id: string, ifMatch?: string) =>
  member.api.PUT('/api/users/{user_id}/revoke-admin', {
    params: { path: { user_id: id }, ...(ifMatch !== undefined && { header: { 'If-Match': ifMatch } }) },
  });

describe('revokeUserAdmin', () => {
  it('makes an admin a user within the open session', async () => {
    const user = await gateway.user();
    await gateway.database.setRole(user.userId, 'admin');
    expect((await user.api.GET('/api/users/')).response.status).toBe(200);
    const { data } = await revoke(admin, user.userId);
    expect(data?.role).toBe('user');
    expect((await user.api.GET('/api/users/')).response.status).toBe(403);
  });

  it('keeps the role of a viewer', async () => {
    const user = await gateway.user();
    await gateway.database.setRole(user.userId, 'viewer');
    expect((await revoke(admin, user.userId)).data?.role).toBe('viewer');
  });

  it('returns 404 for an unknown id', async () => {
    expect((await revoke(admin, randomUUID())).response.status).toBe(404);
  });

  it('returns 412 for a stale version', async () => {
    const user = await gateway.user();
    const { error, response } = await revoke(admin, user.userId, 'W/"7"');
    expect([response.status, error?.code]).toEqual([412, 'precondition_failed']);
  });

  it('returns 403 to everybody but admins', async () => {
    const user = await gateway.user();
    const replies = await Promise.all([
      revoke(user, user.userId),
      revoke(await gateway.viewer(), user.userId),
    ]);
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });

  it('keeps one admin when two revoke each other at the same time', async () => {
    const own = await startGateway();
    const first = await own.admin();
    const second = await own.user();
    for (let round = 0; round < 5; round++) {
      await own.database.setRole(first.userId, 'admin');
      await own.database.setRole(second.userId, 'admin');
      await expect.poll(async () => (await first.api.GET('/api/users/')).response.status).toBe(200);
      await expect.poll(async () => (await second.api.GET('/api/users/')).response.status).toBe(200);
      const replies = await Promise.all([revoke(first, second.userId), revoke(second, first.userId)]);
      const statuses = replies.map(({ response }) => response.status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect([403, 409]).toContain(statuses.find((status) => status !== 200));
    }
    await own.close();
  });
});
