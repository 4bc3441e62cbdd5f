import { unauthenticated } from '#src/domain/accounts/access-tokens.ts';
import type { Account, IssuedTokens, Origin } from '#src/domain/accounts/account.ts';
import type { Actor } from '#src/domain/accounts/actor.ts';
import type { Passwords } from '#src/domain/accounts/passwords.ts';
import type { SessionService } from '#src/domain/accounts/session-service.ts';
import { UserStore } from '#src/domain/accounts/user-store.ts';
import { AppError } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/database.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';
import type { Ids } from '#src/platform/ids.ts';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly fullName: string | undefined;
}

/** Accounts: who exists, and who may open a session. */
export class AccountService {
  readonly #db: Database;
  readonly #sessions: SessionService;
  readonly #passwords: Passwords;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(parts: {
    db: Database;
    sessions: SessionService;
    passwords: Passwords;
    clock: Clock;
    ids: Ids;
  }) {
    this.#db = parts.db;
    this.#sessions = parts.sessions;
    this.#passwords = parts.passwords;
    this.#clock = parts.clock;
    this.#ids = parts.ids;
  }

  /** Creates an account with the role `user` and opens its first session. Throws `email_taken`. */
  async register(
    registration: Registration,
    origin: Origin,
  ): Promise<{ account: Account; tokens: IssuedTokens }> {
    const passwordHash = await this.#passwords.hash(registration.password);
    const now = this.#clock.now();
    const account: Account = {
      id: this.#ids.uuid(),
      email: registration.email.trim(),
      fullName: registration.fullName,
      role: 'user',
      isActive: true,
      version: 1,
      createdAt: now,
      updatedAt: now,
      lastLoginAt: now,
    };
    try {
      const tokens = await this.#db.transact(async (tx) => {
        const users = new UserStore(tx);
        await users.insert(account, passwordHash);
        await users.updateLastLogin(account.id, now);
        return this.#sessions.open(tx, account.id, origin);
      });
      return { account, tokens };
    } catch (error) {
      if (!isUniqueViolation(error, 'users_email_lower_key')) throw error;
      throw new AppError('email_taken', 'An account with this e-mail address exists already.');
    }
  }

  /** Opens a session. Unknown address, wrong password and inactive account cost and answer the same. */
  async login(email: string, password: string, origin: Origin): Promise<IssuedTokens> {
    const found = await new UserStore(this.#db.kysely).findCredentials(email);
    const matches = await this.#passwords.matches(password, found?.passwordHash);
    if (!matches || found === undefined || !found.account.isActive) {
      throw new AppError('invalid_credentials', 'The e-mail address or the password is wrong.');
    }
    return this.#db.transact(async (tx) => {
      await new UserStore(tx).updateLastLogin(found.account.id, this.#clock.now());
      return this.#sessions.open(tx, found.account.id, origin);
    });
  }

  /** The caller's own account. */
  async getOwn(actor: Actor): Promise<Account> {
    const account = await new UserStore(this.#db.kysely).findById(actor.userId);
    if (account === undefined) throw unauthenticated();
    return account;
  }
}
