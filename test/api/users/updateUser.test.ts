import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let admin: Member;
beforeAll(async () => {
  gateway = await theGateway();
  admin = await gateway.admin();
});

type Change = { full_name?: string | null; role?: 'user' | 'viewer' | 'admin'; is_active?: boolean };
const update = (member: Member, id: string, body: Change, ifMatch?: string) =>
  member.api.PATCH('/api/users/{user_id}', {
    params: { path: { user_id: id }, ...(ifMatch !== undefined && { header: { 'If-Match': ifMatch } }) },
    body,
  });

describe('updateUser', () => {
  it('200 changes what is given and leaves the rest', async () => {
    const user = await gateway.user();
    const { data, response } = await update(admin, user.userId, { role: 'viewer' });
    expect(data).toMatchObject({ role: 'viewer', full_name: 'Test Person', is_active: true });
    expect(response.headers.get('etag')).toBe('W/"2"');
    expect((await update(admin, user.userId, { full_name: null })).data).toMatchObject({
      role: 'viewer',
      full_name: null,
    });
  });

  it('writes into the trail what changed, and no name', async () => {
    const user = await gateway.user();
    await update(admin, user.userId, { role: 'viewer', full_name: 'ZX81 Somebody' });
    const entries = await gateway.database.database.kysely
      .selectFrom('audit_entries')
      .selectAll()
      .where('audit_entries.object_id', '=', user.userId)
      .where('audit_entries.action', '=', 'user.update')
      .execute();
    expect(entries).toMatchObject([
      {
        actor_id: admin.userId,
        actor_role: 'admin',
        object_type: 'user',
        details: { fields: 'full_name role', role_before: 'user', role_after: 'viewer' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('ZX81');
  });

  it('409 keeps the last active admin from being demoted and from being deactivated', async () => {
    const own = await startGateway();
    const last = await own.admin();
    for (const body of [{ role: 'user' }, { role: 'viewer' }, { is_active: false }] as const) {
      const { error, response } = await update(last, last.userId, body);
      expect([response.status, error?.code]).toEqual([409, 'last_admin']);
    }
    expect((await update(last, last.userId, { full_name: 'Still here' })).response.status).toBe(200);
    await own.close();
  });

  it('409 meets an admin who would be deactivated', async () => {
    const user = await gateway.user();
    const { error, response } = await update(admin, user.userId, { role: 'admin', is_active: false });
    expect([response.status, error?.code]).toEqual([409, 'conflict']);
  });

  it('412 meets a version that is gone, and lets one of two parallel changes through', async () => {
    const user = await gateway.user();
    const replies = await Promise.all(
      ['One', 'Two'].map((name) => update(admin, user.userId, { full_name: name }, 'W/"1"')),
    );
    expect(replies.map(({ response }) => response.status).sort()).toEqual([200, 412]);
  });

  it('404 meets an id that nobody has', async () => {
    expect((await update(admin, randomUUID(), { is_active: false })).response.status).toBe(404);
  });

  it('422 meets a change of nothing and fields that are nobody’s to set', async () => {
    const user = await gateway.user();
    for (const body of [
      {},
      { email: 'a@b.example' },
      { id: randomUUID() },
      { version: 9 },
      { role: 'root' },
    ]) {
      const { response } = await update(admin, user.userId, body as Change);
      expect([JSON.stringify(body), response.status]).toEqual([JSON.stringify(body), 422]);
    }
  });

  it('403 meets everybody but admins', async () => {
    const user = await gateway.user();
    const replies = await Promise.all([
      update(user, user.userId, { role: 'admin' }),
      update(await gateway.viewer(), user.userId, { role: 'admin' }),
    ]);
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });
});
