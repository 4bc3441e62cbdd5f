export type Role = 'user' | 'viewer' | 'admin';

/** The account behind a request, read from a live session at this moment. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly sessionId: string;
}
