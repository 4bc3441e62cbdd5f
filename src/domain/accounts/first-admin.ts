import { randomBytes } from 'node:crypto';
import type { Account } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import { UserStore } from '#src/domain/accounts/user-store.ts';
import type { ActionFacts } from '#src/domain/audit/audited-action.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';

const PASSWORD_BYTES = 18;

/** The admin of a database without one. */
export interface FirstAdmin {
  readonly email: string;
  /** Undefined generates a password. */
  readonly password: string | undefined;
}

/**
 * Creates an admin when there is none; one of several replicas does so. A generated password is passed to `announce`
 * before it is stored, so that it is never lost: when the process ends in between, the next start generates another.
 * Throws `weak_password`, and an error when the address belongs to a user who is no admin.
 */
export async function ensureFirstAdmin(
  parts: AccountParts,
  wanted: FirstAdmin,
  announce: (password: string) => void,
): Promise<void> {
  const { db, passwords, policy, trail, clock, ids } = parts;
  if (await new UserStore(db.kysely).hasAdmin()) return;
  const drawn = wanted.password === undefined;
  const password = wanted.password ?? randomBytes(PASSWORD_BYTES).toString('base64url');
  await policy.assertStrong(password, { email: wanted.email, fullName: undefined });
  const passwordHash = await passwords.hash(password);
  const now = clock.now();
  const account: Account = {
    id: ids.uuid(),
    email: wanted.email,
    emailVerified: true,
    fullName: undefined,
    role: 'admin',
    isActive: true,
    version: 1,
    createdAt: now,
    updatedAt: now,
    lastLoginAt: undefined,
  };
  const action = trail.open(creation(account.id));
  try {
    await db.transact({ tx: undefined, action }, async (tx) => {
      const users = new UserStore(tx);
      await users.lockAdmins();
      action.begun = !(await users.hasAdmin());
      if (!action.begun) return;
      await users.insert(account, passwordHash);
      if (drawn) announce(password);
    });
  } catch (error) {
    // The registration of the address must not make its owner an admin.
    if (!isUniqueViolation(error, 'users_email_lower_key')) throw error;
    throw new Error(
      'There is no admin, and ADMIN_EMAIL belongs to an account that is none. Take another address.',
    );
  }
}

function creation(userId: string): ActionFacts {
  return {
    action: 'user.create_first_admin',
    operation: 'first-start',
    requestId: 'first-start',
    ip: undefined,
    object: { type: 'user', id: userId },
    details: {},
  };
}
