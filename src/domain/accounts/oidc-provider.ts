import { setTimeout as sleep } from 'node:timers/promises';
import * as oidc from 'openid-client';
import { AppError } from '#src/errors.ts';
import type { OauthProviderConfig } from '#src/platform/oauth-config.ts';

/** The secrets that bind the two halves of a login and never leave the server. */
export interface LoginSecrets {
  readonly codeVerifier: string;
  readonly nonce: string;
}

/** The person whom a provider has logged in. */
export interface ExternalPerson {
  readonly issuer: string;
  /** The provider's own identifier, which it never gives to another person. */
  readonly subject: string;
  readonly email: string | undefined;
  /** The provider confirms that the person can read mail to the address. */
  readonly emailVerified: boolean;
  readonly name: string | undefined;
}

/** Providers that are known to let the person choose an account; others refuse an unknown prompt. */
const OFFER_CHOICE: ReadonlySet<string> = new Set(['google', 'microsoft']);
const SCOPE = 'openid email profile';
const TIMEOUT_SECONDS = 5;
const RETRY_SECONDS = 10;
const METADATA_MS = 3_600_000;
const MAX_REPLY_BYTES = 262_144;
const MAX_CAUSES = 5;

/** One OpenID Connect provider, configured by its discovery document. */
export class OidcProvider {
  readonly #settings: OauthProviderConfig;
  #known: { readonly configuration: oidc.Configuration; readonly at: number } | undefined;
  #asking: Promise<oidc.Configuration> | undefined;

  constructor(settings: OauthProviderConfig) {
    this.#settings = settings;
  }

  /** Address to send the browser to. Throws `upstream_error`, `upstream_timeout`, `dependency_unavailable`. */
  async authorizationUrl(login: LoginSecrets & { state: string; redirectUri: string }): Promise<string> {
    const configuration = await this.#configuration();
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: login.redirectUri,
      scope: SCOPE,
      state: login.state,
      nonce: login.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(login.codeVerifier),
      code_challenge_method: 'S256',
      // At a shared computer, the previous person must not be logged in again without being asked.
      ...(OFFER_CHOICE.has(this.#settings.name) && { prompt: 'select_account' }),
    });
    return url.href;
  }

  /**
   * Exchanges a code for the person behind it; signature, issuer, audience, nonce and times of the token are checked.
   * Throws `invalid_credentials` for an invalid code, and what `authorizationUrl` throws.
   */
  async exchange(
    login: LoginSecrets & { code: string; state: string; iss: string | undefined; redirectUri: string },
  ): Promise<ExternalPerson> {
    const configuration = await this.#configuration();
    const { issuer, authorization_response_iss_parameter_supported: namesItself } =
      configuration.serverMetadata();
    if (namesItself === true && login.iss !== undefined && login.iss !== issuer) throw loginFailed();
    const callback = new URL(login.redirectUri);
    callback.searchParams.set('code', login.code);
    callback.searchParams.set('state', login.state);
    if (namesItself === true) callback.searchParams.set('iss', issuer);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
        pkceCodeVerifier: login.codeVerifier,
        expectedState: login.state,
        expectedNonce: login.nonce,
        idTokenExpected: true,
      });
      return await personOf(configuration, tokens);
    } catch (error) {
      throw toLoginError(error);
    }
  }

  /** The provider's metadata, at most an hour old unless the provider cannot be reached. */
  async #configuration(): Promise<oidc.Configuration> {
    const known = this.#known;
    if (known !== undefined && performance.now() - known.at < METADATA_MS) return known.configuration;
    this.#asking ??= this.#discover().finally(() => {
      this.#asking = undefined;
    });
    try {
      return await this.#asking;
    } catch (error) {
      if (known !== undefined) return known.configuration;
      throw toLoginError(error);
    }
  }

  async #discover(): Promise<oidc.Configuration> {
    const discover = async () => {
      const { issuer, clientId, clientSecret } = this.#settings;
      const configuration = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: TIMEOUT_SECONDS,
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
        [oidc.customFetch]: boundedFetch,
      });
      this.#known = { configuration, at: performance.now() };
      return configuration;
    };
    try {
      return await discover();
    } catch (error) {
      if (!isNetworkError(error)) throw error;
      await sleep(100 + 200 * Math.random());
      return discover();
    }
  }
}

/** A fetch that limits the size of an answer. */
const boundedFetch: oidc.CustomFetch = async (url, options) => {
  const reply = await fetch(url, options as RequestInit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of reply.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_REPLY_BYTES) throw new Error('The answer of the provider is too large.');
    chunks.push(chunk);
  }
  const body = size === 0 ? null : Buffer.concat(chunks);
  return new Response(body, { status: reply.status, statusText: reply.statusText, headers: reply.headers });
};

type Claims = Readonly<Record<string, unknown>>;

async function personOf(
  configuration: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
): Promise<ExternalPerson> {
  const identity = tokens.claims();
  if (identity === undefined) throw new Error('The provider sent no identity.');
  let claims: Claims = identity;
  if (claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined) {
    const more = await oidc.fetchUserInfo(configuration, tokens.access_token, identity.sub);
    claims = { ...more, ...identity };
  }
  return {
    issuer: identity.iss,
    subject: identity.sub,
    email: typeof claims.email === 'string' ? claims.email : undefined,
    emailVerified: isVerified(claims),
    name: typeof claims.name === 'string' ? claims.name : undefined,
  };
}

/** Microsoft reports it in a separate claim: the owner of the address's domain was verified. */
function isVerified({ email_verified: verified, xms_edov: domainVerified }: Claims): boolean {
  return (
    [verified, domainVerified].some((claim) => claim === true || claim === 'true') ||
    domainVerified === 1 ||
    domainVerified === '1'
  );
}

/** The same error for every failed login, whatever its defect is. */
export function loginFailed(cause?: unknown): AppError {
  const detail = 'The login at the provider is not valid any more. Start it again.';
  return new AppError('invalid_credentials', detail, cause === undefined ? {} : { cause: plainCause(cause) });
}

/** The error for the log. Errors of the library contain whole answers and claims, which name people. */
function plainCause(error: unknown): Error {
  const texts: string[] = [];
  for (let at = error; at instanceof Error && texts.length < MAX_CAUSES; at = at.cause) {
    const { code } = at as { code?: unknown };
    texts.push(typeof code === 'string' ? `${at.message} (${code})` : at.message);
  }
  return new Error(texts.join(' < '));
}

function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error;
}

/** Distinguishes the faults of the caller, those of the provider, and its absence. */
function toLoginError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return loginFailed(error);
  if (isWrongNonce(error)) return loginFailed(error);
  if (error instanceof oidc.ClientError && error.code === 'OAUTH_TIMEOUT') {
    return new AppError('upstream_timeout', 'The provider did not answer in time.', {
      cause: plainCause(error),
    });
  }
  if (isNetworkError(error)) {
    return new AppError('dependency_unavailable', 'The provider cannot be reached at the moment.', {
      retryAfterSeconds: RETRY_SECONDS,
      cause: plainCause(error),
    });
  }
  return new AppError('upstream_error', 'The provider answered with something that cannot be trusted.', {
    cause: plainCause(error),
  });
}

/** True for the code of another login, whose token has another nonce. */
function isWrongNonce(error: unknown): boolean {
  const cause = error instanceof oidc.ClientError ? error.cause : undefined;
  const detail = cause instanceof Error ? (cause.cause as { claim?: unknown } | undefined) : undefined;
  return detail?.claim === 'nonce';
}
