import type { AccessTokens, VerifiedClaims } from '#src/domain/accounts/access-tokens.ts';
import type { CallerListener } from '#src/domain/accounts/actor.ts';
import { SESSION_CHANNEL } from '#src/domain/accounts/session-service.ts';
import { type SessionState, SessionStore } from '#src/domain/accounts/session-store.ts';
import { AppError, unauthenticated } from '#src/errors.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { DatabaseMoment } from '#src/platform/db/database-time.ts';
import type { Log } from '#src/platform/log.ts';
import type { Notifications } from '#src/platform/notifications.ts';
import { andThen } from '#src/platform/promise-or-value.ts';
import { WatchedRows } from '#src/platform/watched-rows.ts';

interface WatchedToken {
  readonly expiresAtMs: number;
  readonly listener: CallerListener;
  /** The newest time that is known of the database. */
  readAt: DatabaseMoment | undefined;
}

/** Revocations come as notices; these looks are for those that were lost. */
const LOOK_MS = 5_000;
/** Without notices looking is all there is, and a session must not be used for more than a second after its end. */
const DISCONNECTED_LOOK_MS = 500;
/** An expiry is known beforehand, so that it is only a matter of the time. */
const EXPIRY_MS = 250;

/** Tells those who use sessions over longer times, such as open streams, when they may not do so any more. */
export class SessionWatch {
  readonly #tokens: AccessTokens;
  readonly #notifications: Notifications;
  readonly #sessions: WatchedRows<SessionState>;
  readonly #watched = new Set<WatchedToken>();
  #expiries: NodeJS.Timeout | undefined;

  constructor(parts: {
    db: Database;
    tokens: AccessTokens;
    notifications: Notifications;
    problems: Log;
  }) {
    this.#tokens = parts.tokens;
    this.#notifications = parts.notifications;
    const store = new SessionStore(parts.db.kysely);
    this.#sessions = new WatchedRows({
      read: (ids) => store.findLiveAmong(ids),
      connected: () => parts.notifications.connected,
      everyMs: LOOK_MS,
      disconnectedEveryMs: DISCONNECTED_LOOK_MS,
      log: parts.problems,
      name: 'the sessions of open streams',
    });
  }

  /** Watches what an access token stands for. Returns what ends it. */
  watch(accessToken: string, listener: CallerListener): () => void {
    let end: (() => void) | undefined;
    let ended = false;
    const begin = (claims: VerifiedClaims): void => {
      if (!ended) end = this.#begin(claims, listener);
    };
    try {
      const verifying = andThen(this.#tokens.verify(accessToken), begin);
      if (verifying instanceof Promise) verifying.catch((error: unknown) => listener.refused(error));
    } catch (error) {
      listener.refused(error);
    }
    return () => {
      ended = true;
      end?.();
    };
  }

  #begin({ userId, sessionId, expiresAtMs }: VerifiedClaims, listener: CallerListener): () => void {
    const token: WatchedToken = { expiresAtMs, listener, readAt: undefined };
    this.#watched.add(token);
    this.#expiries ??= setInterval(() => this.#refuseExpired(), EXPIRY_MS).unref();
    const look = (): void => this.#sessions.look(sessionId);
    const ends = [
      this.#notifications.subscribe(SESSION_CHANNEL, sessionId, look),
      this.#notifications.subscribe(SESSION_CHANNEL, userId, look),
      this.#sessions.watch(sessionId, {
        told(state) {
          token.readAt = state?.readAt ?? token.readAt;
          if (state?.userId === userId) listener.identified({ userId, role: state.role, sessionId });
          else listener.refused(unauthenticated());
        },
        unanswered: (cause) => listener.refused(cause ?? noAnswer()),
      }),
    ];
    return () => {
      for (const end of ends) end();
      this.#watched.delete(token);
      if (this.#watched.size > 0) return;
      clearInterval(this.#expiries);
      this.#expiries = undefined;
    };
  }

  #refuseExpired(): void {
    for (const { expiresAtMs, listener, readAt } of [...this.#watched])
      if (readAt !== undefined && expiresAtMs <= readAt.nowMs()) listener.refused(unauthenticated());
  }
}

function noAnswer(): AppError {
  return new AppError('dependency_unavailable', 'The database does not answer at the moment.');
}
