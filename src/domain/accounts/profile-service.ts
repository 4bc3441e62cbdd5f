import { type Account, emailKey, isReleasedEmail } from '#src/domain/accounts/account.ts';
import { type AccountParts, emailKeptBack, emailTaken } from '#src/domain/accounts/account-service.ts';
import { assertNotLastAdmin } from '#src/domain/accounts/last-admin.ts';
import { type LinkedIdentity, OauthStore } from '#src/domain/accounts/oauth-store.ts';
import { lockUnchanged, OwnerProof, type Proof } from '#src/domain/accounts/owner-proof.ts';
import { UserStore } from '#src/domain/accounts/user-store.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import { unauthenticated, violation } from '#src/errors.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';

/** Operations of people on their own accounts. */
export class ProfileService {
  readonly #parts: AccountParts;
  readonly #proof: OwnerProof;

  constructor(parts: AccountParts) {
    this.#parts = parts;
    this.#proof = new OwnerProof(parts);
  }

  async get(work: Work): Promise<Account> {
    const users = new UserStore(this.#parts.db.executorOf(work));
    const account = await users.findById(work.actor.userId);
    if (account === undefined) throw unauthenticated();
    return account;
  }

  /**
   * Replaces name and address. A new address decides who can take over the account, so it needs the proof. Throws
   * `email_taken`, `precondition_failed`, `validation_failed` for a proof that is none and for a released address.
   */
  async replace(
    work: Work,
    wanted: { fullName: string | undefined; email: string },
    proof: Proof,
    condition: VersionCondition,
  ): Promise<Account> {
    const { db } = this.#parts;
    const held = await this.#proof.credentials(work);
    const moves = emailKey(wanted.email) !== emailKey(held.account.email);
    if (moves && isReleasedEmail(wanted.email)) throw emailKeptBack();
    if (moves) await this.#proof.assert(work, held, proof);
    try {
      return await db.transact(work, async (tx) => {
        const users = new UserStore(tx);
        const present = await lockUnchanged(users, held);
        assertVersion(present.version, condition);
        const changed: Account = {
          ...present,
          fullName: wanted.fullName,
          email: wanted.email,
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

  /**
   * Sets a new password, ends every other session, and drops the logins at the given providers. Resolves to the logins
   * at providers that stay. Throws `weak_password`, `validation_failed`.
   */
  async changePassword(
    work: Work,
    wanted: string,
    unlink: readonly string[],
    proof: Proof,
  ): Promise<LinkedIdentity[]> {
    const { passwords, policy, sessions } = this.#parts;
    const { actor } = work;
    work.action?.note({ object: { type: 'user', id: actor.userId } });
    const held = await this.#proof.credentials(work);
    await this.#proof.assert(work, held, proof);
    if (wanted.normalize('NFKC') === proof.password?.normalize('NFKC'))
      throw violation('body', '/new_password', 'has to differ from the current one', 'not');
    await policy.assertStrong(wanted, held.account);
    const passwordHash = await passwords.hash(wanted);
    return this.#parts.db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      await lockUnchanged(users, held);
      await users.updatePassword(actor.userId, passwordHash);
      const oauth = new OauthStore(tx);
      const dropped = await oauth.unlink(actor.userId, unlink);
      const linked = await oauth.listIdentities(actor.userId);
      work.action?.note({ details: { linked: names(linked), unlinked: names(dropped) } });
      await sessions.revokeOfUser({ ...work, tx }, actor.userId, 'password_change', actor.sessionId);
      return linked;
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
    const held = await this.#proof.credentials(work);
    await this.#proof.assert(work, held, proof);
    await db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      await users.lockAdmins();
      await assertNotLastAdmin(users, await lockUnchanged(users, held));
      await users.delete(actor.userId);
      await sessions.tellOfUser(tx, actor.userId);
    });
  }
}

function names(identities: readonly { readonly provider: string }[]): string {
  return [...new Set(identities.map(({ provider }) => provider))].sort().join(' ');
}
