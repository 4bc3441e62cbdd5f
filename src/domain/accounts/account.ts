import type { Role } from '#src/domain/accounts/actor.ts';
import type { Ids } from '#src/platform/ids.ts';

/** A person who can log in. */
export interface Account {
  readonly id: string;
  readonly email: string;
  /** A provider confirmed the address, or the operator gave it, and it has not changed since. */
  readonly emailVerified: boolean;
  readonly fullName: string | undefined;
  readonly role: Role;
  readonly isActive: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastLoginAt: Date | undefined;
}

/** Address and program that opened a session, for its owner's list. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string | undefined;
}

/** A session as its owner sees it in a list. */
export interface OwnSession {
  readonly id: string;
  readonly openedAt: Date;
  readonly lastUsedAt: Date;
  readonly ip: string;
  readonly userAgent: string | undefined;
  /** True for the session of this request. */
  readonly current: boolean;
}

/** The way in which a person logged in. */
export type OpenedBy = 'password' | 'provider';

/** The reason for which a session ended. */
export type RevocationReason =
  | 'logout'
  | 'reuse'
  | 'password_change'
  | 'deactivation'
  | 'revocation'
  | 'takeover';

/** The tokens that a login returns. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

const RELEASED = '@released.invalid';

/** An address that nobody else has and nobody can know before, for an account that loses its own. */
export function releasedEmail(ids: Ids): string {
  return `${ids.uuid()}${RELEASED}`;
}

/** True for an address that only an account which lost its own can have. */
export function isReleasedEmail(email: string): boolean {
  return emailKey(email).endsWith(RELEASED);
}

/**
 * The form in which e-mail addresses are compared: two spellings of one mailbox must not be two accounts. Addresses are of
 * ASCII, so nothing else is folded: a letter that only resembles another is another.
 */
export function emailKey(email: string): string {
  return email.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
