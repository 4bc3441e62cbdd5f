import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new token of a share link: 256 random bits. */
export function newShareToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of a token; it is random, so a plain hash cannot be guessed back. */
export function hashShareToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
