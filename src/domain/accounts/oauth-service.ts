import { createHash, randomBytes } from 'node:crypto';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import type { IssuedTokens, Origin } from '#src/domain/accounts/account.ts';
import type { AccountParts } from '#src/domain/accounts/account-service.ts';
import type { Actor } from '#src/domain/accounts/actor.ts';
import {
  type Arrival,
  type EnteredAccount,
  type Entrance,
  type ExternalAccountParts,
  ExternalAccounts,
  type LinkTarget,
} from '#src/domain/accounts/external-accounts.ts';
import { OauthStore } from '#src/domain/accounts/oauth-store.ts';
import { type LoginSecrets, loginFailed, OidcProvider } from '#src/domain/accounts/oidc-provider.ts';
import { OwnerProof, type Proof } from '#src/domain/accounts/owner-proof.ts';
import { UserStore } from '#src/domain/accounts/user-store.ts';
import type { OptionalWork, PublicWork } from '#src/domain/work.ts';
import { AppError, notFound, violation } from '#src/errors.ts';
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

/** An open session, and how the person came to its account. */
export interface CompletedLogin {
  readonly tokens: IssuedTokens;
  readonly entrance: Entrance;
}

type Parts = AccountParts &
  ExternalAccountParts & {
    readonly config: OauthConfig;
    readonly secrets: Secrets;
  };

const LIFETIME_SECONDS = 600;
const STATE_BYTES = 32;
const PURPOSE = 'oauth-login';

/** Logins at providers: begun here, done there, completed here once and within ten minutes. */
export class OauthService {
  readonly #parts: Parts;
  readonly #providers: ReadonlyMap<string, OidcProvider>;
  readonly #accounts: ExternalAccounts;
  readonly #proof: OwnerProof;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#accounts = new ExternalAccounts(parts);
    this.#proof = new OwnerProof(parts);
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
    const { db, secrets } = this.#parts;
    const client = this.#client(provider);
    const login = { codeVerifier: randomPKCECodeVerifier(), nonce: randomNonce() };
    const state = randomBytes(STATE_BYTES).toString('base64url');
    const back = this.#redirectUri(provider, redirectUri);
    const authorizationUrl = await client.authorizationUrl({ ...login, state, redirectUri: back });
    await db.transact(work, async (tx) => {
      const store = new OauthStore(tx);
      await store.deleteExpired();
      const authorization = {
        stateHash: hashState(state),
        provider,
        redirectUri: back,
        secretsSealed: secrets.seal(JSON.stringify(login), PURPOSE),
        userId: work.actor?.userId,
      };
      await store.insertAuthorization(authorization, LIFETIME_SECONDS * 1000);
    });
    return { authorizationUrl, state, expiresInSeconds: LIFETIME_SECONDS };
  }

  /**
   * Completes a login. With an actor it links the provider to the actor's account, for which the proof is needed; it is
   * looked at first, so that a wrong password does not use up the state. Throws `validation_failed` for a proof that is
   * none, `invalid_credentials` for every defect of code or state, `email_not_verified`, `conflict` for an account that
   * must not be linked silently, and the errors of an absent provider.
   */
  async complete(
    work: OptionalWork,
    provider: string,
    completion: Completion,
    proof: Proof,
    origin: Origin,
  ): Promise<CompletedLogin> {
    const client = this.#client(provider);
    work.action?.note({ details: { provider } });
    const target = await this.#targetOf(work, proof);
    const { redirectUri, login } = await this.#take(provider, completion.state, target?.actor);
    const person = await client.exchange({ ...completion, ...login, redirectUri });
    const arrival = { provider, person };
    try {
      return await this.#open(work, arrival, target, origin);
    } catch (error) {
      // Two first logins at the same time: the other one has made the account or the link.
      if (!isUniqueViolation(error)) throw error;
      return this.#open(work, arrival, target, origin);
    }
  }

  async #targetOf(work: OptionalWork, proof: Proof): Promise<LinkTarget | undefined> {
    const { actor } = work;
    if (actor === undefined) return undefined;
    const own = { ...work, actor };
    const held = await this.#proof.credentials(own);
    await this.#proof.assert(own, held, proof);
    return { actor, held };
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
  ): Promise<{ redirectUri: string; login: LoginSecrets }> {
    const { db, secrets } = this.#parts;
    const taken = await db.transactAlone((tx) => new OauthStore(tx).takeAuthorization(hashState(state)));
    if (taken?.provider !== provider) throw loginFailed();
    // A linking that one account began must be completed by the same account.
    if (taken.userId !== actor?.userId) throw loginFailed();
    const login = JSON.parse(secrets.open(taken.secretsSealed, PURPOSE)) as LoginSecrets;
    return { redirectUri: taken.redirectUri, login };
  }

  #open(
    work: PublicWork,
    arrival: Arrival,
    target: LinkTarget | undefined,
    origin: Origin,
  ): Promise<CompletedLogin> {
    const { db, sessions } = this.#parts;
    return db.transact(work, async (tx) => {
      const entered = await this.#accounts.enter(tx, work, arrival, target);
      const { account, entrance } = entered;
      work.action?.note({ details: detailsOf(entered) });
      await new UserStore(tx).updateLastLogin(account.id);
      return { tokens: await sessions.open({ ...work, tx }, account, origin, 'provider'), entrance };
    });
  }
}

function detailsOf({ entrance, releasedFrom }: EnteredAccount): Readonly<Record<string, string>> {
  return {
    linked: String(entrance !== 'known'),
    created: String(entrance === 'created'),
    ...(entrance === 'taken_over' && { taken_over: 'true' }),
    ...(releasedFrom !== undefined && { address_released_from: releasedFrom }),
  };
}

function hashState(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}
