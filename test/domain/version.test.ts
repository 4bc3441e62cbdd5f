import { describe, expect, it } from 'vitest';
import { assertVersion } from '#src/domain/version.ts';

describe('assertVersion', () => {
  it('accepts no condition, any version, and a set with the version', () => {
    for (const condition of [undefined, 'any', new Set([3]), new Set([1, 3])] as const)
      expect(() => assertVersion(3, condition)).not.toThrow();
  });

  it('refuses a set without the version, also an empty one', () => {
    for (const condition of [new Set([2, 4]), new Set<number>()])
      expect(() => assertVersion(3, condition)).toThrow(
        expect.objectContaining({ code: 'precondition_failed' }),
      );
  });
});
