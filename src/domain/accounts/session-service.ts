import {
  ACCESS_TOKEN_SECONDS,
  type AccessTokens,
  unauthenticated,
} from '#src/domain/accounts/access-tokens.ts';
import type { IssuedTokens, Origin } from '#src/domain/accounts/account.ts';
import type { Actor } from '#src/domain/accounts/actor.ts';
import {
  hashRefreshToken,
  newRefreshToken,
  openSuccessor,
  sealSuccessor,
} from '#src/domain/accounts/refresh-tokens.ts';
import { type SessionState, SessionStore } from '#src/domain/accounts/session-store.ts';
import { AppError } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Executor } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';
import { andThen } from '#src/platform/promise-or-value.ts';

const REFRESH_LIFETIME_MS = 7 * 24 * 3_600_000;
const GRACE_MS = 10_000;
/** A revocation has to act on every replica within a second, so no answer about a session is older than half of one. */
const STATE_AGE_MS = 500;
const MAX_CACHED_SESSIONS = 10_000;

interface CachedState {
  readonly at: number;
  state: SessionState | undefined | Promise<SessionState | undefined>;
}

type Rotation =
  | { readonly kind: 'successor'; readonly token: string; readonly userId: string }
  | { readonly kind: 'refused' };

/** Sessions: families of refresh tokens, of which only the newest is good. */
export class SessionService {
  readonly #db: Database;
  readonly #tokens: AccessTokens;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #states = new Map<string, CachedState>();

  constructor(parts: { db: Database; tokens: AccessTokens; clock: Clock; ids: Ids }) {
    this.#db = parts.db;
    this.#tokens = parts.tokens;
    this.#clock = parts.clock;
    this.#ids = parts.ids;
  }

  /** Opens a session in the caller's transaction. */
  async open(tx: Executor, userId: string, origin: Origin): Promise<IssuedTokens> {
    const familyId = this.#ids.uuid();
    const store = new SessionStore(tx);
    await store.insertFamily({ id: familyId, userId, createdAt: this.#clock.now(), origin });
    const { token } = await this.#add(store, familyId);
    return this.#issue(userId, familyId, token);
  }

  /**
   * Exchanges a refresh token for its successor. Within the grace the same successor is answered again, since tabs of
   * one browser race; a later reuse means that somebody else holds a copy, and ends the family.
   */
  async refresh(refreshToken: string): Promise<IssuedTokens> {
    const hash = hashRefreshToken(refreshToken);
    const { rotation, familyId } = await this.#db.transact(async (tx) => {
      const store = new SessionStore(tx);
      const familyId = await store.findFamilyOfToken(hash);
      if (familyId === undefined) return { rotation: REFUSED, familyId: '' };
      return { rotation: await this.#rotate(store, familyId, hash, refreshToken), familyId };
    });
    if (rotation.kind === 'refused') {
      this.#states.delete(familyId);
      throw new AppError('invalid_refresh_token', 'The refresh token is unknown, used, expired or revoked.');
    }
    return this.#issue(rotation.userId, familyId, rotation.token);
  }

  async #rotate(
    store: SessionStore,
    familyId: string,
    hash: Buffer,
    refreshToken: string,
  ): Promise<Rotation> {
    const family = await store.lockLiveFamily(familyId);
    const token = await store.findToken(hash);
    const now = this.#clock.now();
    if (family === undefined || token === undefined || token.expiresAt <= now) return REFUSED;
    const graceStart = new Date(now.getTime() - GRACE_MS);
    if (token.rotatedAt !== undefined) {
      if (token.rotatedAt >= graceStart && token.successorSealed !== undefined) {
        return {
          kind: 'successor',
          token: openSuccessor(refreshToken, token.successorSealed),
          userId: family.userId,
        };
      }
      await store.revokeFamily(familyId, 'reuse', now);
      return REFUSED;
    }
    const successor = await this.#add(store, familyId);
    await store.updateRotated(token.id, {
      at: now,
      successorId: successor.id,
      successorSealed: sealSuccessor(refreshToken, successor.token),
    });
    await store.deleteSealedBefore(familyId, graceStart);
    return { kind: 'successor', token: successor.token, userId: family.userId };
  }

  /** Ends the session of the actor: its access and refresh tokens are refused from now on. */
  async close(actor: Actor): Promise<void> {
    await this.#db.transact((tx) =>
      new SessionStore(tx).revokeFamily(actor.sessionId, 'logout', this.#clock.now()),
    );
    this.#states.delete(actor.sessionId);
  }

  /** The actor behind an access token, if its session is still open and its owner active. */
  identify(accessToken: string): Actor | Promise<Actor> {
    return andThen(this.#tokens.verify(accessToken), ({ userId, sessionId }) =>
      andThen(this.#stateOf(sessionId), (state) => {
        if (state === undefined || state.userId !== userId) throw unauthenticated();
        return { userId, role: state.role, sessionId };
      }),
    );
  }

  #stateOf(sessionId: string): CachedState['state'] {
    const now = performance.now();
    const cached = this.#states.get(sessionId);
    if (cached !== undefined && now - cached.at < STATE_AGE_MS) return cached.state;
    const fresh: CachedState = { at: now, state: new SessionStore(this.#db.kysely).findLive(sessionId) };
    if (this.#states.size >= MAX_CACHED_SESSIONS) this.#states.clear();
    this.#states.set(sessionId, fresh);
    return this.#settled(sessionId, fresh);
  }

  async #settled(sessionId: string, fresh: CachedState): Promise<SessionState | undefined> {
    try {
      const state = await fresh.state;
      fresh.state = state;
      return state;
    } catch (error) {
      if (this.#states.get(sessionId) === fresh) this.#states.delete(sessionId);
      throw error;
    }
  }

  async #add(store: SessionStore, familyId: string): Promise<{ id: string; token: string }> {
    const token = newRefreshToken();
    const createdAt = this.#clock.now();
    const id = this.#ids.uuid();
    await store.insertToken({
      id,
      familyId,
      tokenHash: hashRefreshToken(token),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + REFRESH_LIFETIME_MS),
    });
    return { id, token };
  }

  async #issue(userId: string, sessionId: string, refreshToken: string): Promise<IssuedTokens> {
    const accessToken = await this.#tokens.issue({ userId, sessionId });
    return { accessToken, refreshToken, expiresInSeconds: ACCESS_TOKEN_SECONDS };
  }
}

const REFUSED: Rotation = { kind: 'refused' };
