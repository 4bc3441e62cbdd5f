import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import type { Problem } from '#test/support/replies.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const password = 'correct horse battery staple';
const newEmail = (): string => `${randomUUID()}@example.org`;
const register = (body: { email: string; password: string; full_name?: string }, key?: string) =>
  gateway.anonymous.POST('/api/auth/register', {
    body,
    ...(key === undefined ? {} : { params: { header: { 'Idempotency-Key': key } } }),
  });

describe('register', () => {
  it('returns 201, creates a user, and opens a session', async () => {
    const email = newEmail();
    const { data, response } = await register({ email, password, full_name: 'Ada Lind' });
    expect(response.status).toBe(201);
    expect(data?.user).toMatchObject({ email, full_name: 'Ada Lind', role: 'user', is_active: true });
    expect(data).toMatchObject({ token_type: 'bearer', expires_in: 900 });
    const me = await gateway.client(data?.access_token ?? '').GET('/api/auth/me');
    expect(me.data?.id).toBe(data?.user.id);
  });

  it('returns neither the password nor its hash', async () => {
    const { data } = await register({ email: newEmail(), password });
    expect(JSON.stringify(data)).not.toMatch(/correct horse|argon2/);
  });

  it('returns 409 for an email address that is taken, in any case', async () => {
    const email = newEmail();
    await register({ email, password });
    const { error, response } = await register({ email: email.toUpperCase(), password });
    expect([response.status, error?.code]).toEqual([409, 'email_taken']);
  });

  it('returns 409 for all but one of parallel registrations of one address', async () => {
    const email = newEmail();
    const replies = await Promise.all(Array.from({ length: 6 }, () => register({ email, password })));
    expect(replies.map(({ response }) => response.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('returns the stored 201 for a retry with the same key', async () => {
    const email = newEmail();
    const key = randomUUID();
    const first = await register({ email, password }, key);
    const second = await register({ email, password }, key);
    expect(first.response.headers.get('idempotent-replayed')).toBe(null);
    expect(second.response.headers.get('idempotent-replayed')).toBe('true');
    expect(second.data).toEqual(first.data);
  });

  it('stores no token in clear text for retries', async () => {
    const key = randomUUID();
    const { data } = await register({ email: newEmail(), password }, key);
    const rows = await gateway.database.database.kysely
      .selectFrom('idempotency_keys')
      .selectAll()
      .where('idempotency_keys.key', '=', key)
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.reply_sealed?.includes(data?.refresh_token ?? 'none')).toBe(false);
  });

  it('returns 422 for a short password and for a malformed email address, and repeats neither', async () => {
    const { error, response } = await register({ email: 'ZX81-no-address', password: 'ZX81-short' });
    expect(response.status).toBe(422);
    expect((error as Problem).errors?.map(({ path, rule }) => [path, rule])).toEqual(
      expect.arrayContaining([
        ['/email', 'format'],
        ['/password', 'minLength'],
      ]),
    );
    expect(JSON.stringify(error)).not.toContain('ZX81');
  });

  it('returns 422 for a body with a role', async () => {
    const body = { email: newEmail(), password, role: 'admin' };
    const { error, response } = await register(body);
    expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/role']);
  });
});
