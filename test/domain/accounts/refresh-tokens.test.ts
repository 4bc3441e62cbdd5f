import { createDecipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  hashRefreshToken,
  newRefreshToken,
  openSuccessor,
  sealSuccessor,
} from '#src/domain/accounts/refresh-tokens.ts';

describe('the successor of a refresh token', () => {
  it('is opened with that token only', () => {
    const [token, successor] = [newRefreshToken(), newRefreshToken()];
    const sealed = sealSuccessor(token, successor);
    expect(openSuccessor(token, sealed)).toBe(successor);
    expect(() => openSuccessor(successor, sealed)).toThrow();
    expect(sealed.includes(successor)).toBe(false);
  });

  it('is not opened after any change', () => {
    const token = newRefreshToken();
    const sealed = sealSuccessor(token, 'next');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
      expect(() => openSuccessor(token, changed)).toThrow();
    }
  });

  it('cannot be opened with the stored hash of the token', () => {
    const token = newRefreshToken();
    const sealed = sealSuccessor(token, 'next');
    const decipher = createDecipheriv('aes-256-gcm', hashRefreshToken(token), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    decipher.update(sealed.subarray(12, -16));
    expect(() => decipher.final()).toThrow();
  });
});
