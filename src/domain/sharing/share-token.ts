import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new token of a share link: 256 random bits. */
export function newShareToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The stored hash of a token. The token is random, so a plain hash cannot be reversed. */
export function hashShareToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
