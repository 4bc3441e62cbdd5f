import type { Account } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import type { Role } from '#src/domain/accounts/actor.ts';
import { assertNotLastAdmin } from '#src/domain/accounts/last-admin.ts';
import { UserStore, userCursor } from '#src/domain/accounts/user-store.ts';
import type { Cursors, Page, PageRequest } from '#src/domain/paging.ts';
import { type Search, soughtParts } from '#src/domain/search.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, notFound } from '#src/errors.ts';

/** The filters of a list of accounts. */
export interface UserFilter {
  /** A part of the name or the address. */
  readonly search: Search | undefined;
  readonly role: Role | undefined;
  readonly isActive: boolean | undefined;
}

/** Changes to an account; absent fields stay. */
export interface UserChange {
  readonly fullName?: string | null;
  readonly role?: Role;
  readonly isActive?: boolean;
}

export interface UserParts extends Pick<AccountParts, 'db' | 'sessions' | 'clock'> {
  readonly cursors: Cursors;
}

/** Accounts as admins see and change them. */
export class UserService {
  readonly #parts: UserParts;

  constructor(parts: UserParts) {
    this.#parts = parts;
  }

  /** Accounts, oldest first. */
  async list(work: Work, filter: UserFilter, request: PageRequest): Promise<Page<Account>> {
    const { search, role, isActive } = filter;
    const sought = search && soughtParts(search);
    const filters = [sought?.plain, sought?.accented, role, isActive];
    const scope = { owner: work.actor.userId, filters };
    const list = this.#parts.cursors.of(userCursor, scope);
    const start = list.startOf(request);
    const store = new UserStore(this.#parts.db.executorOf(work));
    const stored = { sought, role, isActive };
    const [rows, total] = await Promise.all([store.list(stored, start, request.size), store.count(stored)]);
    return list.toPage(rows, total, request);
  }

  async get(work: Work, id: string): Promise<Account> {
    const account = await new UserStore(this.#parts.db.executorOf(work)).findById(id);
    if (account === undefined) throw notFound();
    return account;
  }

  /** Changes the given fields. Throws `last_admin`, `precondition_failed`, and `conflict` for an inactive new admin. */
  update(work: Work, id: string, change: UserChange, condition: VersionCondition): Promise<Account> {
    return this.#change(work, id, condition, (present) => ({
      ...present,
      fullName: change.fullName === undefined ? present.fullName : (change.fullName ?? undefined),
      role: change.role ?? present.role,
      isActive: change.isActive ?? present.isActive,
    }));
  }

  /** Lets an account log in, or ends its sessions and refuses new ones. Throws `last_admin`, `precondition_failed`. */
  setActive(work: Work, id: string, isActive: boolean, condition: VersionCondition): Promise<Account> {
    return this.#change(work, id, condition, (present) => ({ ...present, isActive }));
  }

  /** Makes an active account an admin. Throws `conflict`, `precondition_failed`. */
  promote(work: Work, id: string, condition: VersionCondition): Promise<Account> {
    return this.#change(work, id, condition, (present) => ({ ...present, role: 'admin' }));
  }

  /** Makes an admin a user; others stay what they are. Throws `last_admin`, `precondition_failed`. */
  revokeAdmin(work: Work, id: string, condition: VersionCondition): Promise<Account> {
    return this.#change(work, id, condition, (present) => ({
      ...present,
      role: present.role === 'admin' ? 'user' : present.role,
    }));
  }

  /** Deletes an account with all its data. Throws `last_admin`, `precondition_failed`. */
  async delete(work: Work, id: string, condition: VersionCondition): Promise<void> {
    const { db, sessions } = this.#parts;
    await db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      await users.lockAdmins();
      await assertNotLastAdmin(users, await lockForChange(users, id, condition));
      await users.delete(id);
      await sessions.tellOfUser(tx, id);
    });
  }

  #change(
    work: Work,
    id: string,
    condition: VersionCondition,
    apply: (present: Account) => Account,
  ): Promise<Account> {
    const { db, sessions, clock } = this.#parts;
    return db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      // Locked before the account itself, so that two such changes cannot deadlock.
      await users.lockAdmins();
      const present = await lockForChange(users, id, condition);
      const wanted = apply(present);
      const fields = changedFields(present, wanted);
      note(work, present, wanted, fields);
      if (fields.length === 0) return present;
      if (wanted.role !== 'admin' || !wanted.isActive) await assertNotLastAdmin(users, present);
      if (wanted.role === 'admin' && present.role !== 'admin' && !wanted.isActive) throw inactiveAdmin();
      const changed = { ...wanted, version: present.version + 1, updatedAt: clock.now() };
      await users.update(changed);
      if (present.isActive && !wanted.isActive)
        await sessions.revokeOfUser({ ...work, tx }, id, 'deactivation');
      else if (present.role !== wanted.role) await sessions.tellOfUser(tx, id);
      return changed;
    });
  }
}

/** Names of the changed fields, never names of people. */
function note({ action }: Work, present: Account, wanted: Account, fields: readonly string[]): void {
  action?.note({
    details: {
      fields: fields.join(' '),
      ...(present.role !== wanted.role && { role_before: present.role, role_after: wanted.role }),
      ...(present.isActive !== wanted.isActive && { is_active: String(wanted.isActive) }),
    },
  });
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
