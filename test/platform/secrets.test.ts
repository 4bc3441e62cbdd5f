import { describe, expect, it } from 'vitest';
import { createSecrets } from '#src/platform/secrets.ts';

const secrets = createSecrets(Buffer.alloc(32, 1));

describe('sealed secrets', () => {
  it('open to what was sealed, and look different each time', () => {
    const sealed = secrets.seal('text', 'purpose');
    expect(secrets.open(sealed, 'purpose')).toBe('text');
    expect(secrets.seal('text', 'purpose')).not.toEqual(sealed);
  });

  it('do not open for another purpose, with another key, or after any change', () => {
    const sealed = secrets.seal('text', 'purpose');
    expect(() => secrets.open(sealed, 'other')).toThrow();
    expect(() => createSecrets(Buffer.alloc(32, 2)).open(sealed, 'purpose')).toThrow('unknown key');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
      expect(() => secrets.open(changed, 'purpose')).toThrow();
    }
  });
});
