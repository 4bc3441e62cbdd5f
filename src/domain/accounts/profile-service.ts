import { type Account, emailKey } from '#src/domain/accounts/account.ts';
import { type AccountParts, emailTaken } from '#src/domain/accounts/account-service.ts';
import { assertNotLastAdmin } from '#src/domain/accounts/last-admin.ts';
import { type Credentials, UserStore } from '#src/domain/accounts/user-store.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import { type AppError, unauthenticated, violation } from '#src/errors.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';

/** The proof that the owner of the account asks, and not a person at an open session. */
export interface Proof {
  readonly password: string | undefined;
  /** JSON Pointer of the password in the body. */
  readonly place: string;
  readonly ip: string;
}

/** Longest time since the login of an account without a password that still counts as its proof. */
const FRESH_LOGIN_MS = 10 * 60_000;

/** Operations of people on their own accounts. */
export class ProfileService {
  readonly #parts: AccountParts;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  async get(work: Work): Promise<Account> {
    const users = new UserStore(this.#parts.db.executorOf(work));
    const account = await users.findById(work.actor.userId);
    if (account === undefined) throw unauthenticated();
    return account;
  }

  /**
   * Replaces name and address. A new address decides who can take over the account, so it needs the proof. Throws
   * `email_taken`, `precondition_failed`, `validation_failed` for a proof that is none.
   */
  async replace(
    work: Work,
    wanted: { fullName: string | undefined; email: string },
    proof: Proof,
    condition: VersionCondition,
  ): Promise<Account> {
    const { db } = this.#parts;
    const held = await this.#credentials(work);
    const moves = emailKey(wanted.email) !== emailKey(held.account.email);
    if (moves) await this.#assertOwner(work, held, proof);
    try {
      return await db.transact(work, async (tx) => {
        const users = new UserStore(tx);
        const present = await lockUnchanged(users, held);
        assertVersion(present.version, condition);
        const changed: Account = {
          ...present,
          fullName: wanted.fullName,
          email: wanted.email.trim(),
          emailVerified: present.emailVerified && !moves,
          version: present.version + 1,
          updatedAt: this.#parts.clock.now(),
        };
        work.action?.note({
          object: { type: 'user', id: work.actor.userId },
          details: { email_changed: String(moves) },
        });
        await users.update(changed);
        return changed;
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'users_email_lower_key')) throw error;
      throw emailTaken();
    }
  }

  /** Sets a new password and ends every other session. Throws `weak_password`, `validation_failed`. */
  async changePassword(work: Work, wanted: string, proof: Proof): Promise<void> {
    const { passwords, policy, sessions } = this.#parts;
    const { actor } = work;
    work.action?.note({ object: { type: 'user', id: actor.userId } });
    const held = await this.#credentials(work);
    await this.#assertOwner(work, held, proof);
    if (wanted.normalize('NFKC') === proof.password?.normalize('NFKC'))
      throw violation('body', '/new_password', 'has to differ from the current one', 'not');
    await policy.assertStrong(wanted, held.account);
    const passwordHash = await passwords.hash(wanted);
    await this.#parts.db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      await lockUnchanged(users, held);
      await users.updatePassword(actor.userId, passwordHash);
      await sessions.revokeOfUser({ ...work, tx }, actor.userId, 'password_change', actor.sessionId);
    });
  }

  /**
   * Deletes the account with everything that is the person's own. Entries of the audit trail stay; they hold its id and
   * nothing else of it. Throws `last_admin`, `validation_failed`.
   */
  async delete(work: Work, proof: Proof): Promise<void> {
    const { db, sessions } = this.#parts;
    const { actor } = work;
    work.action?.note({ object: { type: 'user', id: actor.userId } });
    const held = await this.#credentials(work);
    await this.#assertOwner(work, held, proof);
    await db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      await users.lockAdmins();
      await assertNotLastAdmin(users, await lockUnchanged(users, held));
      await users.delete(actor.userId);
      await sessions.tellOfUser(tx, actor.userId);
    });
  }

  async #credentials(work: Work): Promise<Credentials> {
    const users = new UserStore(this.#parts.db.executorOf(work));
    const held = await users.findCredentialsById(work.actor.userId);
    if (held === undefined) throw unauthenticated();
    return held;
  }

  /** Wrong passwords count as at the login, so that a stolen session cannot be used for guessing. */
  async #assertOwner(work: Work, held: Credentials, proof: Proof): Promise<void> {
    const { attempts, passwords, sessions, clock } = this.#parts;
    if (proof.password === undefined) throw violation('body', proof.place, 'is needed here', 'required');
    if (held.passwordHash === undefined) {
      const opening = await sessions.findOpening(work);
      const ageMs = clock.now().getTime() - (opening?.at.getTime() ?? 0);
      if (opening?.openedBy === 'provider' && ageMs < FRESH_LOGIN_MS) return;
      throw violation(
        'body',
        proof.place,
        'cannot prove it, since the account has no password: log in at the provider again and repeat within ten minutes',
        'fresh_login',
      );
    }
    const account = emailKey(held.account.email);
    const trial = await attempts?.begin({ account, address: proof.ip, familiar: true });
    if (!(await passwords.matches(proof.password, held.passwordHash))) throw wrongPassword(proof.place);
    if (trial !== undefined) await attempts?.succeed(trial);
  }
}

/** Locks the account, whose password must still be the proven one. */
async function lockUnchanged(users: UserStore, held: Credentials): Promise<Account> {
  const now = await users.lockCredentials(held.account.id);
  if (now === undefined || now.passwordHash !== held.passwordHash) throw unauthenticated();
  return now.account;
}

function wrongPassword(place: string): AppError {
  return violation('body', place, 'is not the current password', 'password');
}
