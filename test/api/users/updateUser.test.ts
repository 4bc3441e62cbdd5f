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
  it('changes the given fields only', async () => {
    const user = await gateway.user();
    const { data, response } = await update(admin, user.userId, { role: 'viewer' });
    expect(data).toMatchObject({ role: 'viewer', full_name: 'Test Person', is_active: true });
    expect(response.headers.get('etag')).toBe('W/"2"');
    expect((await update(admin, user.userId, { full_name: null })).data).toMatchObject({
      role: 'viewer',
      full_name: null,
    });
  });

  it('writes the changed fields into the audit trail, and no name', async () => {
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

  it('returns 409 when the last active admin would be demoted or deactivated', async () => {
    const own = await startGateway();
    const last = await own.admin();
    for (const body of [{ role: 'user' }, { role: 'viewer' }, { is_active: false }] as const) {
      const { error, response } = await update(last, last.userId, body);
      expect([response.status, error?.code]).toEqual([409, 'last_admin']);
    }
    expect((await update(last, last.userId, { full_name: 'Still here' })).response.status).toBe(200);
    await own.close();
  });

  it('returns 409 when one change makes a user an admin and deactivates it', async () => {
    const user = await gateway.user();
    const { error, response } = await update(admin, user.userId, { role: 'admin', is_active: false });
    expect([response.status, error?.code]).toEqual([409, 'conflict']);
  });

  it('returns 412 to one of two parallel changes of one version', async () => {
    const user = await gateway.user();
    const replies = await Promise.all(
      ['One', 'Two'].map((name) => update(admin, user.userId, { full_name: name }, 'W/"1"')),
    );
    expect(replies.map(({ response }) => response.status).sort()).toEqual([200, 412]);
  });

  it('returns 404 for an unknown id', async () => {
    expect((await update(admin, randomUUID(), { is_active: false })).response.status).toBe(404);
  });

  it('returns 422 for an empty change and for fields that nobody may set', async () => {
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

  it('returns 403 to everybody but admins', async () => {
    const user = await gateway.user();
    const replies = await Promise.all([
      update(user, user.userId, { role: 'admin' }),
      update(await gateway.viewer(), user.userId, { role: 'admin' }),
    ]);
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });
});
