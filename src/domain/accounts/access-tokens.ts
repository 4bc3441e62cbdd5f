import { createHash } from 'node:crypto';
import { type CryptoKey, errors, jwtVerify, SignJWT } from 'jose';
import { unauthenticated } from '#src/errors.ts';
import type { DatabaseMoment } from '#src/platform/db/database-time.ts';
import { type Ids, isUuid } from '#src/platform/ids.ts';
import { andThen } from '#src/platform/promise-or-value.ts';

export const ACCESS_TOKEN_SECONDS = 900;
const ALGORITHM = 'HS256';
const AUDIENCE = 'voiceassist-api';
const ISSUER = 'voiceassist-gateway';

/**
 * The claims of an access token. Role and activity are not among them: they are looked up, so that a change acts at
 * once.
 */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
}

/** The claims of a valid token, and the time of its expiry. */
export interface VerifiedClaims extends AccessClaims {
  readonly expiresAtMs: number;
}

const MAX_VERIFIED = 10_000;
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

interface SigningKey {
  readonly id: string;
  readonly secret: Uint8Array;
  /** Imported once: with a raw secret jose would import it for each token. */
  imported: Promise<CryptoKey> | undefined;
}

/**
 * Signs and verifies access tokens (JWT, HS256, 15 minutes). Of several secrets the first signs and all verify, told
 * apart by `kid`, so that a secret can be replaced without ending a session.
 */
export class AccessTokens {
  readonly #keys: ReadonlyMap<string, SigningKey>;
  readonly #current: SigningKey;
  readonly #ids: Ids;
  /** Tokens whose signature was good, so that it is computed once for each. Whether a session is open is asked elsewhere. */
  readonly #verified = new Map<string, VerifiedClaims>();
  #time: DatabaseMoment | undefined;

  constructor(parts: { secrets: readonly string[]; ids: Ids }) {
    const keys = parts.secrets.map(signingKey);
    const [current] = keys;
    if (current === undefined) throw new Error('There is no secret to sign access tokens with.');
    this.#current = current;
    this.#keys = new Map(keys.map((key) => [key.id, key]));
    this.#ids = parts.ids;
  }

  /** A token from the given time of the database on. */
  async issue(claims: AccessClaims, at: Date): Promise<string> {
    const now = Math.floor(at.getTime() / 1000);
    return new SignJWT({ sid: claims.sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: this.#current.id })
      .setSubject(claims.userId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setJti(this.#ids.uuid())
      .setIssuedAt(now)
      .setExpirationTime(now + ACCESS_TOKEN_SECONDS)
      .sign(await importKey(this.#current));
  }

  /**
   * Claims of a valid token, at once when it was seen before. Every defect gives the same `unauthenticated`. As long as
   * nobody told the time, a token whose time is over is valid, so the caller has to compare it too.
   */
  verify(token: string): VerifiedClaims | Promise<VerifiedClaims> {
    return andThen(this.#verified.get(token) ?? this.#verifySignature(token), (claims) => {
      if (this.#time !== undefined && claims.expiresAtMs <= this.#time.nowMs()) throw unauthenticated();
      return claims;
    });
  }

  /** Tells the time of the database, by which tokens are issued. */
  tellTime(time: DatabaseMoment): void {
    this.#time = time;
  }

  async #verifySignature(token: string): Promise<VerifiedClaims> {
    // The library also takes padding.
    if (!COMPACT.test(token)) throw unauthenticated();
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#keyOf(kid), {
        algorithms: [ALGORITHM],
        typ: 'at+jwt',
        issuer: ISSUER,
        audience: AUDIENCE,
        // At no time has it expired: the clock of this process may differ from the one that it was issued by.
        currentDate: new Date(0),
        requiredClaims: ['sub', 'sid', 'jti', 'exp', 'iat'],
      });
      const { sub, sid } = payload;
      if (isUuid(sub) && isUuid(sid)) {
        const claims = { userId: sub, sessionId: sid, expiresAtMs: Number(payload.exp) * 1000 };
        this.#remember(token, claims);
        return claims;
      }
    } catch (error) {
      if (!(error instanceof errors.JOSEError || error instanceof TypeError)) throw error;
    }
    throw unauthenticated();
  }

  #remember(token: string, verified: VerifiedClaims): void {
    const oldest = this.#verified.keys().next();
    if (this.#verified.size >= MAX_VERIFIED && !oldest.done) this.#verified.delete(oldest.value);
    this.#verified.set(token, verified);
  }

  #keyOf(keyId: string | undefined): Promise<CryptoKey> {
    const key = this.#keys.get(keyId ?? '');
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return importKey(key);
  }
}

function signingKey(text: string): SigningKey {
  const secret = new TextEncoder().encode(text);
  const id = createHash('sha256').update('kid').update(secret).digest('base64url').slice(0, 12);
  return { id, secret, imported: undefined };
}

function importKey(key: SigningKey): Promise<CryptoKey> {
  key.imported ??= crypto.subtle.importKey('raw', key.secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
  return key.imported;
}
