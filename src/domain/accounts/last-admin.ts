import type { Account } from '#src/domain/accounts/account.ts';
import type { UserStore } from '#src/domain/accounts/user-store.ts';
import { AppError } from '#src/errors.ts';

/**
 * Throws `last_admin` when the account is the only active admin. `lockAdmins` has to be held: two admins who remove
 * each other at the same time would otherwise both see the other one stay.
 */
export async function assertNotLastAdmin(users: UserStore, account: Account): Promise<void> {
  if (account.role !== 'admin' || !account.isActive) return;
  if (await users.hasOtherActiveAdmin(account.id)) return;
  throw new AppError('last_admin', 'This is the last active admin. Make somebody else an admin first.');
}
