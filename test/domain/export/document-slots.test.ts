import { describe, expect, it } from 'vitest';
import { documentSlots } from '#src/domain/export/document-slots.ts';

describe('the slots for documents', () => {
  it('are refused with a time to wait when the queue is full', async () => {
    const slots = documentSlots();
    const releases = [await slots.take(), await slots.take()];
    const waiting = Array.from({ length: 8 }, () => slots.take());
    await expect(slots.take()).rejects.toMatchObject({
      code: 'dependency_unavailable',
      retryAfterSeconds: 20,
    });
    for (const release of releases) release();
    for (const next of waiting) (await next)();
  });
});
