import { describe, expect, it } from 'vitest';
import { createSecrets } from '#src/platform/secrets.ts';

const secrets = createSecrets([Buffer.alloc(32, 1)]);

describe('sealed secrets', () => {
  it('can be opened, and look different each time', () => {
    const sealed = secrets.seal('text', 'purpose');
    expect(secrets.open(sealed, 'purpose')).toBe('text');
    expect(secrets.seal('text', 'purpose')).not.toEqual(sealed);
  });

  it('cannot be opened for another purpose, with another key, or after any change', () => {
    const sealed = secrets.seal('text', 'purpose');
    expect(() => secrets.open(sealed, 'other')).toThrow();
    expect(() => createSecrets([Buffer.alloc(32, 2)]).open(sealed, 'purpose')).toThrow('unknown key');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
      expect(() => secrets.open(changed, 'purpose')).toThrow();
    }
  });

  it('can be opened while their key is given, and new ones are sealed with the first key', () => {
    const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const before = createSecrets([old]).seal('text', 'purpose');
    const rotated = createSecrets([fresh, old]);
    expect(rotated.open(before, 'purpose')).toBe('text');
    const after = rotated.seal('text', 'purpose');
    expect([rotated.isCurrent(before), rotated.isCurrent(after)]).toEqual([false, true]);
    const finished = createSecrets([fresh]);
    expect(finished.open(after, 'purpose')).toBe('text');
    expect(() => finished.open(before, 'purpose')).toThrow('unknown key');
  });

  it('cannot be opened with the id of another key', () => {
    const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const sealed = createSecrets([first]).seal('text', 'purpose');
    const other = createSecrets([second]).seal('text', 'purpose');
    const forged = Buffer.concat([other.subarray(0, 4), sealed.subarray(4)]);
    expect(() => createSecrets([first, second]).open(forged, 'purpose')).toThrow();
  });

  it('are refused when they are too short', () => {
    expect(() => secrets.open(Buffer.alloc(0), 'purpose')).toThrow();
    expect(() => secrets.open(secrets.seal('', 'purpose').subarray(0, 10), 'purpose')).toThrow();
  });

  it('need a key', () => {
    expect(() => createSecrets([])).toThrow('need a key');
  });
});
