export type Role = 'user' | 'viewer' | 'admin';

/** The account behind a request, read from a live session at this moment. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly sessionId: string;
}

/** Somebody who goes on acting for a caller after the request that named it. */
export interface CallerListener {
  /** The session is open; the role of its owner may be another than before. */
  identified(actor: Actor): void;
  /** The token or the session is over, or nobody can say whether it is. */
  refused(error: unknown): void;
}
