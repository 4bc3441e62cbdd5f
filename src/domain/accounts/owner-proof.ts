import type { Account } from '#src/domain/accounts/account.ts';
import { emailKey } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import { type Credentials, UserStore } from '#src/domain/accounts/user-store.ts';
import type { Work } from '#src/domain/work.ts';
import { type AppError, unauthenticated, violation } from '#src/errors.ts';

/** The proof that the owner of the account asks, and not a person at an open session. */
export interface Proof {
  readonly password: string | undefined;
  /** JSON Pointer of the password in the body. */
  readonly place: string;
  readonly ip: string;
}

/** Longest time since the login of an account without a password that still counts as its proof. */
const FRESH_LOGIN_MS = 10 * 60_000;

/** What decides who can log in to an account is changed only by who proves to be its owner. */
export class OwnerProof {
  readonly #parts: Pick<AccountParts, 'db' | 'sessions' | 'passwords' | 'attempts'>;

  constructor(parts: Pick<AccountParts, 'db' | 'sessions' | 'passwords' | 'attempts'>) {
    this.#parts = parts;
  }

  /** The account of the actor as it is now, for `assert` and `lockUnchanged`. */
  async credentials(work: Work): Promise<Credentials> {
    const users = new UserStore(this.#parts.db.executorOf(work));
    const held = await users.findCredentialsById(work.actor.userId);
    if (held === undefined) throw unauthenticated();
    return held;
  }

  /**
   * Throws `validation_failed` for a proof that is none. Wrong passwords count as at the login, and for the session from
   * wherever they come, so that a stolen one cannot be used for guessing.
   */
  async assert(work: Work, held: Credentials, { password, place, ip }: Proof): Promise<void> {
    const { attempts, passwords, sessions } = this.#parts;
    if (held.passwordHash === undefined) return this.#assertFreshLogin(work, place);
    if (password === undefined) throw violation('body', place, 'is needed here', 'required');
    const account = emailKey(held.account.email);
    const { userId, sessionId: session } = work.actor;
    const familiar = attempts !== undefined && (await sessions.isFamiliar(work, userId, ip));
    const trial = await attempts?.begin({ account, address: ip, familiar, session });
    if (!(await passwords.matches(password, held.passwordHash))) throw wrongPassword(place);
    if (trial !== undefined) await attempts?.succeed(trial);
  }

  async #assertFreshLogin(work: Work, place: string): Promise<void> {
    const opening = await this.#parts.sessions.findOpening(work);
    if (opening?.openedBy === 'provider' && opening.ageMs < FRESH_LOGIN_MS) return;
    throw violation(
      'body',
      place,
      'cannot prove it, since the account has no password: log in at the provider again and repeat within ten minutes',
      'fresh_login',
    );
  }
}

/** Locks the account, whose password must still be the proven one. */
export async function lockUnchanged(users: UserStore, held: Credentials): Promise<Account> {
  const now = await users.lockCredentials(held.account.id);
  if (now === undefined || now.passwordHash !== held.passwordHash) throw unauthenticated();
  return now.account;
}

function wrongPassword(place: string): AppError {
  return violation('body', place, 'is not the current password', 'password');
}
