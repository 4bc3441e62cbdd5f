import { createHash, randomBytes } from 'node:crypto';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import type { Account, IssuedTokens, Origin } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import type { Actor } from '#src/domain/accounts/actor.ts';
import { OauthStore } from '#src/domain/accounts/oauth-store.ts';
import {
  type ExternalPerson,
  type LoginSecrets,
  loginFailed,
  OidcProvider,
} from '#src/domain/accounts/oidc-provider.ts';
import { UserStore } from '#src/domain/accounts/user-store.ts';
import type { OptionalWork, PublicWork } from '#src/domain/work.ts';
import { AppError, notFound, violation } from '#src/errors.ts';
import type { Executor } from '#src/platform/db/database.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';
import { type OauthConfig, WELL_KNOWN_PROVIDERS } from '#src/platform/oauth-config.ts';
import type { Secrets } from '#src/platform/secrets.ts';

export interface StartedLogin {
  readonly authorizationUrl: string;
  readonly state: string;
  readonly expiresInSeconds: number;
}

/** The parameters that the provider sent back through the browser. */
export interface Completion {
  readonly code: string;
  readonly state: string;
  readonly iss: string | undefined;
}

type Parts = Pick<AccountParts, 'db' | 'sessions' | 'clock' | 'ids'> & {
  readonly config: OauthConfig;
  readonly secrets: Secrets;
};

const LIFETIME_SECONDS = 600;
const STATE_BYTES = 32;
const PURPOSE = 'oauth-login';
const MAX_EMAIL = 254;
const MAX_NAME = 200;
const EMAIL = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}.]+(?:\.[^\s@\p{Cc}.]+)+$/u;

/** Logins at providers: begun here, done there, completed here once and within ten minutes. */
export class OauthService {
  readonly #parts: Parts;
  readonly #providers: ReadonlyMap<string, OidcProvider>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#providers = new Map(parts.config.providers.map((one) => [one.name, new OidcProvider(one)]));
  }

  /** True when logins at the provider are configured. Throws `not_found` for an unknown name. */
  isConfigured(provider: string): boolean {
    if (this.#providers.has(provider)) return true;
    if ((WELL_KNOWN_PROVIDERS as readonly string[]).includes(provider)) return false;
    throw notFound();
  }

  /**
   * Begins a login, or with an actor the linking of the provider to the actor's account. Throws `not_found`,
   * `not_configured`, `validation_failed` for an address that is not configured, and the errors of an absent provider.
   */
  async begin(work: OptionalWork, provider: string, redirectUri: string | undefined): Promise<StartedLogin> {
    const { db, clock, secrets } = this.#parts;
    const client = this.#client(provider);
    const login = { codeVerifier: randomPKCECodeVerifier(), nonce: randomNonce() };
    const state = randomBytes(STATE_BYTES).toString('base64url');
    const back = this.#redirectUri(provider, redirectUri);
    const authorizationUrl = await client.authorizationUrl({ ...login, state, redirectUri: back });
    const now = clock.now();
    await db.transact(work, async (tx) => {
      const store = new OauthStore(tx);
      await store.deleteExpired(now);
      await store.insertAuthorization({
        stateHash: hashState(state),
        provider,
        redirectUri: back,
        secretsSealed: secrets.seal(JSON.stringify(login), PURPOSE),
        userId: work.actor?.userId,
        expiresAt: new Date(now.getTime() + LIFETIME_SECONDS * 1000),
      });
    });
    return { authorizationUrl, state, expiresInSeconds: LIFETIME_SECONDS };
  }

  /**
   * Completes a login. Throws `invalid_credentials` for every defect of code or state, `email_not_verified`, `conflict`
   * for an account that must not be linked silently, and the errors of an absent provider.
   */
  async complete(
    work: OptionalWork,
    provider: string,
    completion: Completion,
    origin: Origin,
  ): Promise<IssuedTokens> {
    const client = this.#client(provider);
    work.action?.note({ details: { provider } });
    const { redirectUri, linkTo, login } = await this.#take(provider, completion.state, work.actor);
    const person = await client.exchange({ ...completion, ...login, redirectUri });
    try {
      return await this.#open(work, provider, person, linkTo, origin);
    } catch (error) {
      // Two first logins at the same time: the other one has made the account or the link.
      if (!isUniqueViolation(error)) throw error;
      return this.#open(work, provider, person, linkTo, origin);
    }
  }

  #client(provider: string): OidcProvider {
    if (!this.isConfigured(provider))
      throw new AppError('not_configured', 'Logins at this provider are not configured here.');
    return this.#providers.get(provider) as OidcProvider;
  }

  #redirectUri(provider: string, asked: string | undefined): string {
    const known = this.#parts.config.redirectUris.map((uri) => uri.replaceAll('{provider}', provider));
    const chosen = asked === undefined ? known[0] : known.find((uri) => uri === asked);
    if (chosen === undefined)
      throw violation('query', '/redirect_uri', 'is none of the configured addresses', 'enum');
    return chosen;
  }

  /** Takes the login of a state out of the database, so that nobody can use the state again. */
  async #take(
    provider: string,
    state: string,
    actor: Actor | undefined,
  ): Promise<{ redirectUri: string; linkTo: string | undefined; login: LoginSecrets }> {
    const { db, clock, secrets } = this.#parts;
    const taken = await db.transactAlone((tx) => new OauthStore(tx).takeAuthorization(hashState(state)));
    if (taken === undefined || taken.provider !== provider || taken.expiresAt <= clock.now())
      throw loginFailed();
    // A linking that one account began must be completed by the same account.
    if (taken.userId !== actor?.userId) throw loginFailed();
    const login = JSON.parse(secrets.open(taken.secretsSealed, PURPOSE)) as LoginSecrets;
    return { redirectUri: taken.redirectUri, linkTo: taken.userId, login };
  }

  #open(
    work: PublicWork,
    provider: string,
    person: ExternalPerson,
    linkTo: string | undefined,
    origin: Origin,
  ): Promise<IssuedTokens> {
    const { db, sessions, clock } = this.#parts;
    return db.transact(work, async (tx) => {
      const users = new UserStore(tx);
      const found = await new OauthStore(tx).findUserOf(person.issuer, person.subject);
      if (found !== undefined && linkTo !== undefined && found !== linkTo) throw linkedElsewhere();
      const target = found ?? linkTo;
      const { userId, created } =
        target === undefined ? await this.#accountFor(tx, person) : { userId: target, created: false };
      const account = await users.lock(userId);
      if (account === undefined || !account.isActive) throw loginFailed();
      if (found === undefined) {
        const { issuer, subject } = person;
        await new OauthStore(tx).insertIdentity({
          issuer,
          subject,
          provider,
          userId,
          createdAt: clock.now(),
        });
      }
      work.action?.note({ details: { linked: String(found === undefined), created: String(created) } });
      await users.updateLastLogin(userId, clock.now());
      return sessions.open({ ...work, tx }, account, origin, 'provider');
    });
  }

  /** The account for a person's first login: a new one, or one whose address was verified before. */
  async #accountFor(tx: Executor, person: ExternalPerson): Promise<{ userId: string; created: boolean }> {
    const email = person.email?.trim() ?? '';
    if (!person.emailVerified || email === '') throw notVerified();
    if (email.length > MAX_EMAIL || !EMAIL.test(email))
      throw new AppError('upstream_error', 'The provider answered with something that is no e-mail address.');
    const users = new UserStore(tx);
    const present = (await users.findCredentials(email))?.account;
    if (present === undefined)
      return { userId: await this.#create(users, email, person.name), created: true };
    // Nobody verified the address of an account with a password, so its creator may not own the address.
    if (present.role === 'admin' || !present.emailVerified) throw notLinkedSilently();
    return { userId: present.id, created: false };
  }

  async #create(users: UserStore, email: string, name: string | undefined): Promise<string> {
    const now = this.#parts.clock.now();
    const fullName = name
      ?.replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, MAX_NAME);
    const account: Account = {
      id: this.#parts.ids.uuid(),
      email,
      emailVerified: true,
      fullName: fullName === '' ? undefined : fullName,
      role: 'user',
      isActive: true,
      version: 1,
      createdAt: now,
      updatedAt: now,
      lastLoginAt: undefined,
    };
    await users.insert(account, undefined);
    return account.id;
  }
}

function hashState(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}

function notVerified(): AppError {
  return new AppError('email_not_verified', 'The provider does not vouch for an e-mail address of yours.');
}

function notLinkedSilently(): AppError {
  return new AppError(
    'conflict',
    'An account with this e-mail address exists. Log in to it and link the provider from there.',
  );
}

function linkedElsewhere(): AppError {
  return new AppError('conflict', 'This login at the provider belongs to another account.');
}
