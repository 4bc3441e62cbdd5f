import type { Role } from '#src/domain/accounts/actor.ts';

/** A person who can log in. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly fullName: string | undefined;
  readonly role: Role;
  readonly isActive: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastLoginAt: Date | undefined;
}

/** Where a session was opened from, for its owner's list of sessions. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string | undefined;
}

/** What a client holds after a login. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** The form in which e-mail addresses are compared: two spellings of one mailbox must not be two accounts. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
