import { randomBytes } from 'node:crypto';
import type { Account } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import { UserStore } from '#src/domain/accounts/user-store.ts';
import type { ActionFacts } from '#src/domain/audit/audited-action.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';
import { StartFault } from '#src/platform/start-fault.ts';

const PASSWORD_BYTES = 18;

/** The admin of a database without one. */
export interface FirstAdmin {
  readonly email: string;
  /** Undefined generates a password. */
  readonly password: string | undefined;
}

/** The admin of a database after a start. */
export interface PresentAdmin {
  readonly adminEmail: string;
  /** Undefined unless this start made the admin and drew its password. */
  readonly drawnPassword: string | undefined;
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
): Promise<PresentAdmin> {
  const { db, passwords, policy, trail, clock, ids } = parts;
  const present = await new UserStore(db.kysely).firstAdminEmail();
  if (present !== undefined) return { adminEmail: present, drawnPassword: undefined };
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
    return await db.transact({ tx: undefined, action }, async (tx) => {
      const users = new UserStore(tx);
      await users.lockAdmins();
      const other = await users.firstAdminEmail();
      action.begun = other === undefined;
      if (other !== undefined) return { adminEmail: other, drawnPassword: undefined };
      await users.insert(account, passwordHash);
      if (drawn) announce(password);
      return { adminEmail: account.email, drawnPassword: drawn ? password : undefined };
    });
  } catch (error) {
    // The registration of the address must not make its owner an admin.
    if (!isUniqueViolation(error, 'users_email_lower_key')) throw error;
    throw new StartFault(
      'ADMIN_EMAIL: there is no admin yet, and the address belongs to an account that is none. Take another address.',
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
