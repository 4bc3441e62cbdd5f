import { describe, expect, it } from 'vitest';
import { createIds } from '#src/platform/ids.ts';

describe('identifiers', () => {
  it('are UUIDs of version 7, unique and ascending, also within one millisecond', () => {
    const ids = createIds(() => 1_700_000_000_000);
    const made = Array.from({ length: 10_000 }, () => ids.uuid());
    expect(new Set(made).size).toBe(made.length);
    expect([...made].sort()).toEqual(made);
    for (const id of made)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('ascend when the clock goes back', () => {
    let now = 1_700_000_000_000;
    const ids = createIds(() => now);
    const before = ids.uuid();
    now -= 60_000;
    expect(ids.uuid() > before).toBe(true);
  });
});
