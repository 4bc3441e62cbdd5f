import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf, RECORDED, replaceContext } from '#test/support/clinical-contexts.ts';
import { createConversation } from '#test/support/conversations.ts';
import { createChain, fileConversation } from '#test/support/folders.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('deleteMyAccount', () => {
  it('returns 204, deletes the account with all its data, and frees the email address', async () => {
    const user = await gateway.user();
    const conversation = await createConversation(user);
    const [outer, inner] = await createChain(user, 2);
    await fileConversation(user, conversation, inner as string);
    const context = await contextOf(user, { ...RECORDED, session_id: conversation });
    await replaceContext(user, context.id, { age: 59 });
    const { response } = await user.api.DELETE('/api/users/me', { body: { password: user.password } });
    expect(response.status).toBe(204);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(401);
    const { kysely } = gateway.database.database;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
        select id from users where id = ${user.userId}
        union all select id from conversations where id = ${conversation}
        union all select id from folders where id in (${outer}, ${inner}) or user_id = ${user.userId}
        union all select id from clinical_contexts where id = ${context.id} or user_id = ${user.userId}
        union all select context_id from clinical_context_versions where context_id = ${context.id}
        union all select user_id from conversation_counts where user_id = ${user.userId}
        union all select id from session_families where user_id = ${user.userId}
      ) left_over`.execute(kysely);
    expect(rows[0]?.count).toBe(0);
    const refresh = await gateway.anonymous.POST('/api/auth/refresh', {
      body: { refresh_token: user.refreshToken },
    });
    expect(refresh.response.status).toBe(401);
    const { email, password } = user;
    const again = await gateway.anonymous.POST('/api/auth/register', { body: { email, password } });
    expect(again.response.status).toBe(201);
  });

  it('leaves nothing of the registration for a repetition under its key', async () => {
    const body = { email: `${randomUUID()}@example.org`, password: 'correct horse battery staple' };
    const headers = { 'Idempotency-Key': randomUUID() };
    const register = () =>
      gateway.anonymous.POST('/api/auth/register', { params: { header: headers }, body });
    const { data } = await register();
    const repeated = await register();
    expect(repeated.data?.user.id).toBe(data?.user.id);
    await gateway
      .client(data?.access_token ?? '')
      .DELETE('/api/users/me', { body: { password: body.password } });
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from idempotency_keys
      where key = ${headers['Idempotency-Key']}`.execute(gateway.database.database.kysely);
    expect(rows[0]?.count).toBe(0);
    const later = await register();
    expect([later.response.status, later.response.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect(later.data?.user.id).not.toBe(data?.user.id);
  });

  it('writes the id of the account into the audit trail, and nothing else of it', async () => {
    const user = await gateway.user();
    await user.api.DELETE('/api/users/me', { body: { password: user.password } });
    const entries = await gateway.database.database.kysely
      .selectFrom('audit_entries')
      .selectAll()
      .where('audit_entries.object_id', '=', user.userId)
      .execute();
    expect(entries.at(-1)).toMatchObject({
      action: 'user.delete_self',
      outcome: 'succeeded',
      actor_id: user.userId,
    });
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${user.email}|Test Person|${user.password}`));
  });

  it('returns 422 for a wrong password and deletes nothing', async () => {
    const user = await gateway.user();
    const { error, response } = await user.api.DELETE('/api/users/me', { body: { password: 'ZX81 wrong' } });
    expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/password']);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(200);
  });

  it('returns 409 to the last active admin', async () => {
    const own = await (await import('#test/support/gateway.ts')).startGateway();
    const admin = await own.admin();
    const { error, response } = await admin.api.DELETE('/api/users/me', {
      body: { password: admin.password },
    });
    expect([response.status, error?.code]).toEqual([409, 'last_admin']);
    expect((await admin.api.GET('/api/auth/me')).response.status).toBe(200);
    await own.close();
  });
});
