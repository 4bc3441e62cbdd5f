import { describe, expect, it } from 'vitest';
import { hashShareToken, newShareToken } from '#src/domain/sharing/share-token.ts';

describe('the token of a share link', () => {
  it('has 256 bits and is different each time', () => {
    const tokens = Array.from({ length: 100 }, newShareToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('is stored as its SHA-256', () => {
    expect(hashShareToken('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
