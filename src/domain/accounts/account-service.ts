import {
  type Account,
  emailKey,
  type IssuedTokens,
  isReleasedEmail,
  type Origin,
} from '#src/domain/accounts/account.ts';
import type { PasswordAttempts } from '#src/domain/accounts/password-attempts.ts';
import type { PasswordPolicy } from '#src/domain/accounts/password-policy.ts';
import type { Passwords } from '#src/domain/accounts/passwords.ts';
import type { SessionService } from '#src/domain/accounts/session-service.ts';
import { type Credentials, UserStore } from '#src/domain/accounts/user-store.ts';
import type { AuditTrail } from '#src/domain/audit/audit-trail.ts';
import type { PublicWork } from '#src/domain/work.ts';
import { AppError, violation } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/database.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';
import type { Ids } from '#src/platform/ids.ts';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly fullName: string | undefined;
}

/** The parts of the services of accounts. */
export interface AccountParts {
  readonly db: Database;
  readonly sessions: SessionService;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  /** Undefined permits any number of wrong passwords. */
  readonly attempts: PasswordAttempts | undefined;
  readonly trail: AuditTrail;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Replaces a missing account, so that the lookup of its sessions costs the same. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Registration and login of accounts. */
export class AccountService {
  readonly #parts: AccountParts;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /**
   * Creates an account with the role `user` and opens its first session. Throws `email_taken`, `weak_password`, and
   * `validation_failed` for an address of released ones.
   */
  async register(
    work: PublicWork,
    registration: Registration,
    origin: Origin,
  ): Promise<{ account: Account; tokens: IssuedTokens }> {
    const { db, sessions, passwords, policy, clock, ids } = this.#parts;
    if (isReleasedEmail(registration.email)) throw emailKeptBack();
    await policy.assertStrong(registration.password, registration);
    const passwordHash = await passwords.hash(registration.password);
    const now = clock.now();
    const account: Account = {
      id: ids.uuid(),
      email: registration.email,
      emailVerified: false,
      fullName: registration.fullName,
      role: 'user',
      isActive: true,
      version: 1,
      createdAt: now,
      updatedAt: now,
      lastLoginAt: now,
    };
    try {
      const tokens = await db.transact(work, async (tx) => {
        const users = new UserStore(tx);
        await users.insert(account, passwordHash);
        // So that the stored reply goes with the account.
        await work.claim?.remember(tx, account.id);
        await users.updateLastLogin(account.id);
        const tokens = await sessions.open({ ...work, tx }, account, origin);
        work.action?.note({ object: { type: 'user', id: account.id } });
        return tokens;
      });
      return { account, tokens };
    } catch (error) {
      if (!isUniqueViolation(error, 'users_email_lower_key')) throw error;
      throw emailTaken();
    }
  }

  /**
   * Opens a session. Unknown address, wrong password and inactive account cost and answer the same. Throws
   * `invalid_credentials`, and `rate_limited` after too many failures.
   */
  async login(work: PublicWork, email: string, password: string, origin: Origin): Promise<IssuedTokens> {
    const { db, sessions, passwords, attempts } = this.#parts;
    const found = await new UserStore(db.executorOf(work)).findCredentials(email);
    this.#noteTarget(work, email, found);
    const familiar = await sessions.isFamiliar(work, found?.account.id ?? NOBODY, origin.ip);
    const trial = await attempts?.begin({ account: emailKey(email), address: origin.ip, familiar });
    const matches = await passwords.matches(password, found?.passwordHash);
    if (!matches || found === undefined || !found.account.isActive) throw invalidCredentials();
    if (trial !== undefined) await attempts?.succeed(trial);
    const renewed = await this.#renewedHash(password, found);
    return db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      const now = await users.lockCredentials(found.account.id);
      // The checked password or account can have changed meanwhile, and must not open a session then.
      if (now?.passwordHash !== found.passwordHash || !now?.account.isActive) throw invalidCredentials();
      if (renewed !== undefined) await users.updatePassword(found.account.id, renewed);
      await users.updateLastLogin(found.account.id);
      return sessions.open({ ...work, tx }, now.account, origin);
    });
  }

  /** A hash with the current cost parameters for an outdated one. */
  async #renewedHash(password: string, { passwordHash }: Credentials): Promise<string | undefined> {
    const { passwords } = this.#parts;
    return passwordHash !== undefined && passwords.isOutdated(passwordHash)
      ? passwords.hash(password)
      : undefined;
  }

  /** An address without an account can be any text, even a password, so the trail keeps its pseudonym. */
  #noteTarget({ action }: PublicWork, email: string, found: Credentials | undefined): void {
    const { trail } = this.#parts;
    if (found === undefined) action?.note({ details: { address: trail.pseudonym(emailKey(email)) } });
    else action?.note({ object: { type: 'user', id: found.account.id } });
  }
}

export function invalidCredentials(): AppError {
  return new AppError('invalid_credentials', 'The e-mail address or the password is wrong.');
}

/** Of a released address, which a squatter could otherwise take before the account that it is for. */
export function emailKeptBack(): AppError {
  return violation('body', '/email', 'is of a domain that is kept for released addresses', 'released');
}

export function emailTaken(): AppError {
  return new AppError('email_taken', 'An account with this e-mail address exists already.');
}
