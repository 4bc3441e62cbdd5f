export type Role = 'user' | 'viewer' | 'admin';

/** Who calls, as known from a live session at this moment. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly sessionId: string;
}
