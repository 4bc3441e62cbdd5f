import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '#src/domain/accounts/account.ts';
import type { Role } from '#src/domain/accounts/actor.ts';
import { assertNotLastAdmin } from '#src/domain/accounts/last-admin.ts';
import { UserStore } from '#src/domain/accounts/user-store.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

let test: TestDatabase;
let users: UserStore;
beforeAll(async () => {
  test = await openTestDatabase();
  users = new UserStore(test.database.kysely);
});
afterAll(() => test.close());

async function account(role: Role, isActive = true): Promise<Account> {
  const id = randomUUID();
  const email = `${id}@example.org`;
  const now = new Date();
  await test.database.kysely
    .insertInto('users')
    .values({ id, email, email_lower: email, role, is_active: isActive, created_at: now, updated_at: now })
    .execute();
  return (await users.findById(id)) as Account;
}

describe('assertNotLastAdmin', () => {
  it('throws only for the one active admin that is left', async () => {
    const [inactive, user] = [await account('admin', false), await account('user')];
    await assertNotLastAdmin(users, inactive);
    await assertNotLastAdmin(users, user);
    const only = await account('admin');
    await expect(assertNotLastAdmin(users, only)).rejects.toMatchObject({ code: 'last_admin' });
    await account('admin');
    await assertNotLastAdmin(users, only);
  });
});
