import {
  ACCESS_TOKEN_SECONDS,
  type AccessClaims,
  type AccessTokens,
} from '#src/domain/accounts/access-tokens.ts';
import type {
  IssuedTokens,
  OpenedBy,
  Origin,
  OwnSession,
  RevocationReason,
} from '#src/domain/accounts/account.ts';
import type { Actor, Role } from '#src/domain/accounts/actor.ts';
import {
  hashRefreshToken,
  newRefreshToken,
  openSuccessor,
  sealSuccessor,
} from '#src/domain/accounts/refresh-tokens.ts';
import { type SessionState, SessionStore } from '#src/domain/accounts/session-store.ts';
import type { PublicWork, Work } from '#src/domain/work.ts';
import { AppError, notFound, unauthenticated } from '#src/errors.ts';
import type { Database, Transaction } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';
import type { Notifications, Wake } from '#src/platform/notifications.ts';
import { andThen } from '#src/platform/promise-or-value.ts';

/**
 * The channel of notices about ended sessions, by the id of the session, or by the id of a user with changed sessions.
 */
export const SESSION_CHANNEL = 'session';

const REFRESH_LIFETIME_MS = 7 * 24 * 3_600_000;
/** Longest life of a session, however often it is refreshed. */
const SESSION_LIFETIME_MS = 90 * 24 * 3_600_000;
const GRACE_MS = 10_000;
/** The time for which an address counts as one that a user comes from. */
const FAMILIAR_MS = 30 * 24 * 3_600_000;
/** A revocation must act on every replica within a second, so the state of a session is cached for half a second. */
const STATE_AGE_MS = 500;
const MAX_CACHED_SESSIONS = 10_000;

interface CachedState {
  readonly at: number;
  state: SessionState | undefined | Promise<SessionState | undefined>;
}

type Rotation =
  | {
      readonly kind: 'successor';
      readonly token: string;
      readonly userId: string;
      readonly role: Role;
      readonly at: Date;
    }
  | { readonly kind: 'refused'; readonly reuse: boolean };

/** Sessions, in which only the newest refresh token is valid. */
export class SessionService {
  readonly #db: Database;
  readonly #tokens: AccessTokens;
  readonly #ids: Ids;
  readonly #notifications: Notifications;
  readonly #states = new Map<string, CachedState>();

  constructor(parts: {
    db: Database;
    tokens: AccessTokens;
    ids: Ids;
    notifications: Notifications;
  }) {
    this.#db = parts.db;
    this.#tokens = parts.tokens;
    this.#ids = parts.ids;
    this.#notifications = parts.notifications;
    // A client whose stream was ended comes back at once, and must not meet what was known before.
    parts.notifications.subscribeAll(SESSION_CHANNEL, (wake) => this.#forget(wake));
  }

  async open(
    work: PublicWork,
    user: { readonly id: string; readonly role: Role },
    origin: Origin,
    openedBy: OpenedBy = 'password',
  ): Promise<IssuedTokens> {
    const familyId = this.#ids.uuid();
    const { token, openedAt } = await this.#db.transact(work, async (tx) => {
      const store = new SessionStore(tx);
      const openedAt = await store.insertFamily({ id: familyId, userId: user.id, origin, openedBy });
      return { ...(await this.#add(store, familyId, openedAt)), openedAt };
    });
    work.action?.note({
      actor: { userId: user.id, role: user.role },
      object: { type: 'session', id: familyId },
    });
    return this.#issue({ userId: user.id, sessionId: familyId }, token, openedAt);
  }

  /**
   * Exchanges a refresh token for its successor. Within the grace period the same successor is returned again, because
   * tabs of one browser race. A later reuse means that another person has a copy, and ends the session.
   */
  async refresh(work: PublicWork, refreshToken: string): Promise<IssuedTokens> {
    const hash = hashRefreshToken(refreshToken);
    const { rotation, familyId } = await this.#db.transact(work, async (tx) => {
      const store = new SessionStore(tx);
      const familyId = (await store.findFamilyOfToken(hash)) ?? '';
      const rotation = familyId === '' ? REFUSED : await this.#rotate(tx, familyId, hash, refreshToken);
      noteRotation(work, rotation, familyId);
      return { rotation, familyId };
    });
    if (rotation.kind === 'refused') {
      this.#states.delete(familyId);
      throw new AppError(INVALID, 'The refresh token is unknown, used, expired or revoked.');
    }
    return this.#issue({ userId: rotation.userId, sessionId: familyId }, rotation.token, rotation.at);
  }

  async #rotate(tx: Transaction, familyId: string, hash: Buffer, refreshToken: string): Promise<Rotation> {
    const store = new SessionStore(tx);
    const family = await store.lockLiveFamily(familyId);
    const token = await store.findToken(hash);
    if (family === undefined || token === undefined || token.isExpired) return REFUSED;
    const { userId, role } = family;
    if (token.rotatedForMs !== undefined) {
      if (token.rotatedForMs <= GRACE_MS && token.successorSealed !== undefined) {
        const successor = openSuccessor(refreshToken, token.successorSealed);
        return { kind: 'successor', token: successor, userId, role, at: token.now };
      }
      await store.revokeFamily(familyId, 'reuse');
      await this.#tell(tx, familyId);
      return REUSED;
    }
    const successor = await this.#add(store, familyId, family.createdAt);
    await store.updateRotated(token.id, {
      successorId: successor.id,
      successorSealed: sealSuccessor(refreshToken, successor.token),
    });
    await store.deleteSealed(familyId, GRACE_MS);
    return { kind: 'successor', token: successor.token, userId, role, at: token.now };
  }

  /** Ends the session of the actor: its access and refresh tokens are refused from now on. */
  async close(work: Work): Promise<void> {
    const { sessionId } = work.actor;
    work.action?.note({ object: { type: 'session', id: sessionId } });
    await this.#db.transact(work, async (tx) => {
      await new SessionStore(tx).revokeFamily(sessionId, 'logout');
      await this.#tell(tx, sessionId);
      tx.afterCommit(() => this.#states.delete(sessionId));
    });
  }

  /** Ends every session of a user, or all but one. */
  revokeOfUser(work: PublicWork, userId: string, reason: RevocationReason, except?: string): Promise<void> {
    return this.#db.transact(work, async (tx) => {
      await new SessionStore(tx).revokeOfUser(userId, reason, except);
      await this.tellOfUser(tx, userId);
    });
  }

  /** Tells whoever uses a user's sessions that the user changed, or is gone, with the caller's transaction. */
  async tellOfUser(tx: Transaction, userId: string): Promise<void> {
    await this.#tell(tx, userId);
    tx.afterCommit(() => this.#forgetUser(userId));
  }

  async #tell(tx: Transaction, sessionOrUserId: string): Promise<void> {
    await this.#notifications.publish(tx, { channel: SESSION_CHANNEL, key: sessionOrUserId });
  }

  #forget(wake: Wake): void {
    if (wake.kind === 'resync') this.#states.clear();
    else if (!this.#states.delete(wake.key)) this.#forgetUser(wake.key);
  }

  /** Drops the cached state of a user's sessions; other replicas read it again within half a second. */
  #forgetUser(userId: string): void {
    for (const [id, { state }] of this.#states) {
      if (state instanceof Promise || state?.userId === userId) this.#states.delete(id);
    }
  }

  /** The actor's open sessions, at most a hundred, newest use first. */
  async listOwn(work: Work): Promise<OwnSession[]> {
    const { actor } = work;
    const store = new SessionStore(this.#db.executorOf(work));
    const open = await store.listOpen(actor.userId);
    return open.map((session) => ({ ...session, current: session.id === actor.sessionId }));
  }

  /** Ends one of the actor's sessions, such as that of a lost device. */
  revokeOwn(work: Work, sessionId: string): Promise<void> {
    return this.#db.transact(work, async (tx) => {
      const store = new SessionStore(tx);
      if ((await store.findOwner(sessionId)) !== work.actor.userId) throw notFound();
      await store.revokeFamily(sessionId, 'revocation');
      await this.#tell(tx, sessionId);
      tx.afterCommit(() => this.#states.delete(sessionId));
    });
  }

  /** True when the user opened a session from the address within the last thirty days. */
  isFamiliar(work: PublicWork, userId: string, ip: string): Promise<boolean> {
    return new SessionStore(this.#db.executorOf(work)).wasOpenedFrom(userId, ip, FAMILIAR_MS);
  }

  /**
   * Throws `unauthenticated` when the actor's session is over, and keeps it open until the transaction ends. For changes
   * that outlast the session: one that ends meanwhile waits for the change, and sees it.
   */
  async holdOpen(tx: Transaction, actor: Actor): Promise<void> {
    if (!(await new SessionStore(tx).holdOpen(actor.sessionId))) throw unauthenticated();
  }

  /** The way in which the actor's session began, and the time since then. */
  findOpening(work: Work): Promise<{ openedBy: OpenedBy; ageMs: number } | undefined> {
    return new SessionStore(this.#db.executorOf(work)).findOpening(work.actor.sessionId);
  }

  /** The actor behind an access token, if its session is still open and its owner active. */
  identify(accessToken: string): Actor | Promise<Actor> {
    return andThen(this.#tokens.verify(accessToken), ({ userId, sessionId, expiresAtMs }) =>
      andThen(this.#stateOf(sessionId), (state) => {
        if (state === undefined || state.userId !== userId) throw unauthenticated();
        if (expiresAtMs <= state.readAt.nowMs()) throw unauthenticated();
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
      if (state !== undefined) this.#tokens.tellTime(state.readAt);
      return state;
    } catch (error) {
      if (this.#states.get(sessionId) === fresh) this.#states.delete(sessionId);
      throw error;
    }
  }

  async #add(store: SessionStore, familyId: string, openedAt: Date): Promise<{ id: string; token: string }> {
    const token = newRefreshToken();
    const id = this.#ids.uuid();
    await store.insertToken({
      id,
      familyId,
      tokenHash: hashRefreshToken(token),
      lifetimeMs: REFRESH_LIFETIME_MS,
      sessionEndsAt: new Date(openedAt.getTime() + SESSION_LIFETIME_MS),
    });
    return { id, token };
  }

  async #issue(claims: AccessClaims, refreshToken: string, at: Date): Promise<IssuedTokens> {
    const accessToken = await this.#tokens.issue(claims, at);
    return { accessToken, refreshToken, expiresInSeconds: ACCESS_TOKEN_SECONDS };
  }
}

const INVALID = 'invalid_refresh_token';

function noteRotation({ action }: PublicWork, rotation: Rotation, familyId: string): void {
  if (familyId !== '') action?.note({ object: { type: 'session', id: familyId } });
  if (rotation.kind === 'successor') {
    action?.note({ actor: { userId: rotation.userId, role: rotation.role } });
  } else {
    action?.note({ refusal: INVALID, details: { reason: rotation.reuse ? 'reuse' : 'not_valid' } });
  }
}

const REFUSED: Rotation = { kind: 'refused', reuse: false };
const REUSED: Rotation = { kind: 'refused', reuse: true };
