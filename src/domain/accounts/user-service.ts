import type { Account } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import type { Role } from '#src/domain/accounts/actor.ts';
import { assertNotLastAdmin } from '#src/domain/accounts/last-admin.ts';
import { type UserFilter, UserStore, userCursor } from '#src/domain/accounts/user-store.ts';
import { type Page, type PageRequest, startOf, toPage } from '#src/domain/paging.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import { AppError, notFound } from '#src/errors.ts';

/** Changes to an account; absent fields stay. */
export interface UserChange {
  readonly fullName?: string | null;
  readonly role?: Role;
  readonly isActive?: boolean;
}

/** Accounts as admins see and change them. */
export class UserService {
  readonly #parts: Pick<AccountParts, 'db' | 'sessions' | 'clock' | 'trail'>;

  constructor(parts: Pick<AccountParts, 'db' | 'sessions' | 'clock' | 'trail'>) {
    this.#parts = parts;
  }

  /** Accounts, oldest first. */
  async list(filter: UserFilter, request: PageRequest): Promise<Page<Account>> {
    const start = startOf(request, userCursor);
    const store = new UserStore(this.#parts.db.kysely);
    const [rows, total] = await Promise.all([store.list(filter, start, request.size), store.count(filter)]);
    return toPage(rows, total, request, userCursor);
  }

  async get(id: string): Promise<Account> {
    const account = await new UserStore(this.#parts.db.kysely).findById(id);
    if (account === undefined) throw notFound();
    return account;
  }

  /** Changes the given fields. Throws `last_admin`, `precondition_failed`, and `conflict` for an inactive new admin. */
  update(id: string, change: UserChange, condition: VersionCondition): Promise<Account> {
    return this.#change(id, condition, (present) => ({
      ...present,
      fullName: change.fullName === undefined ? present.fullName : (change.fullName ?? undefined),
      role: change.role ?? present.role,
      isActive: change.isActive ?? present.isActive,
    }));
  }

  /** Lets an account log in, or ends its sessions and refuses new ones. Throws `last_admin`, `precondition_failed`. */
  setActive(id: string, isActive: boolean, condition: VersionCondition): Promise<Account> {
    return this.#change(id, condition, (present) => ({ ...present, isActive }));
  }

  /** Makes an active account an admin. Throws `conflict`, `precondition_failed`. */
  promote(id: string, condition: VersionCondition): Promise<Account> {
    return this.#change(id, condition, (present) => ({ ...present, role: 'admin' }));
  }

  /** Makes an admin a user; others stay what they are. Throws `last_admin`, `precondition_failed`. */
  revokeAdmin(id: string, condition: VersionCondition): Promise<Account> {
    return this.#change(id, condition, (present) => ({
      ...present,
      role: present.role === 'admin' ? 'user' : present.role,
    }));
  }

  /** Deletes an account with all its data. Throws `last_admin`, `precondition_failed`. */
  async delete(id: string, condition: VersionCondition): Promise<void> {
    const { db, sessions } = this.#parts;
    await db.transact(async (tx) => {
      const users = new UserStore(tx);
      await users.lockAdmins();
      await assertNotLastAdmin(users, await lockForChange(users, id, condition));
      await users.delete(id);
      await sessions.tellOfUser(tx, id);
    });
    sessions.forgetUser(id);
  }

  async #change(
    id: string,
    condition: VersionCondition,
    apply: (present: Account) => Account,
  ): Promise<Account> {
    const { db, sessions, clock } = this.#parts;
    const account = await db.transact(async (tx) => {
      const users = new UserStore(tx);
      // Locked before the account itself, so that two such changes cannot deadlock.
      await users.lockAdmins();
      const present = await lockForChange(users, id, condition);
      const wanted = apply(present);
      const fields = changedFields(present, wanted);
      this.#note(present, wanted, fields);
      if (fields.length === 0) return present;
      if (wanted.role !== 'admin' || !wanted.isActive) await assertNotLastAdmin(users, present);
      if (wanted.role === 'admin' && present.role !== 'admin' && !wanted.isActive) throw inactiveAdmin();
      const changed = { ...wanted, version: present.version + 1, updatedAt: clock.now() };
      await users.update(changed);
      if (present.isActive && !wanted.isActive) await sessions.revokeOfUser(tx, id, 'deactivation');
      else if (present.role !== wanted.role) await sessions.tellOfUser(tx, id);
      return changed;
    });
    sessions.forgetUser(id);
    return account;
  }

  /** Names of the changed fields, never names of people. */
  #note(present: Account, wanted: Account, fields: readonly string[]): void {
    this.#parts.trail.note({
      details: {
        fields: fields.join(' '),
        ...(present.role !== wanted.role && { role_before: present.role, role_after: wanted.role }),
        ...(present.isActive !== wanted.isActive && { is_active: String(wanted.isActive) }),
      },
    });
  }
}

async function lockForChange(users: UserStore, id: string, condition: VersionCondition): Promise<Account> {
  const present = await users.lock(id);
  if (present === undefined) throw notFound();
  assertVersion(present.version, condition);
  return present;
}

function changedFields(present: Account, wanted: Account): string[] {
  const fields = [];
  if (present.fullName !== wanted.fullName) fields.push('full_name');
  if (present.role !== wanted.role) fields.push('role');
  if (present.isActive !== wanted.isActive) fields.push('is_active');
  return fields;
}

function inactiveAdmin(): AppError {
  return new AppError('conflict', 'The account is deactivated. Activate it before you make it an admin.');
}
