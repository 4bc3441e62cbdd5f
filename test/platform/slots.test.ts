import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SlotLimits, Slots } from '#src/platform/slots.ts';

const LONG_MS = 600_000;

class FullError extends Error {}

function openSlots(limits: Omit<SlotLimits, 'refusal'>): Slots {
  return new Slots({ ...limits, refusal: () => new FullError('full') });
}

describe('slots', () => {
  it('are held by as many callers as permitted, and go to the others in their order', async () => {
    const slots = openSlots({ concurrent: 2, waiting: 10, waitMs: LONG_MS });
    const [first, second] = [await slots.take(), await slots.take()];
    const order: number[] = [];
    const waiting = [1, 2, 3].map(async (n) => {
      const release = await slots.take();
      order.push(n);
      release();
    });
    await Promise.resolve();
    expect([order, slots.waiting]).toEqual([[], 3]);
    first();
    await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
    second();
  });

  it('are refused when the queue is full', async () => {
    const slots = openSlots({ concurrent: 1, waiting: 1, waitMs: 2_500 });
    const release = await slots.take();
    const next = slots.take();
    await expect(slots.take()).rejects.toBeInstanceOf(FullError);
    release();
    (await next)();
  });

  it('are refused when the longest wait is over, which frees a place in the queue', async () => {
    const slots = openSlots({ concurrent: 1, waiting: 1, waitMs: 1 });
    const release = await slots.take();
    for (let round = 0; round < 3; round++) await expect(slots.take()).rejects.toBeInstanceOf(FullError);
    release();
    (await slots.take())();
  });

  it('are given up by a caller whose signal is aborted, before and during the wait', async () => {
    const slots = openSlots({ concurrent: 1, waiting: 5, waitMs: LONG_MS });
    const release = await slots.take();
    const leaving = new AbortController();
    const [left, stayed] = [slots.take(leaving.signal), slots.take()];
    leaving.abort(new Error('the client left'));
    await expect(left).rejects.toThrow('the client left');
    await expect(slots.take(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    release();
    (await stayed)();
  });

  it('are released once, however often the function is called', async () => {
    const slots = openSlots({ concurrent: 1, waiting: 0, waitMs: LONG_MS });
    const release = await slots.take();
    release();
    release();
    const next = await slots.take();
    await expect(slots.take()).rejects.toBeInstanceOf(FullError);
    next();
  });

  it('are never held by more callers than permitted, and are all free in the end', async () => {
    const scenario = fc.record({
      concurrent: fc.integer({ min: 1, max: 3 }),
      waiting: fc.integer({ min: 0, max: 5 }),
      callers: fc.array(fc.boolean(), { minLength: 1, maxLength: 15 }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ concurrent, waiting, callers }) => {
        const slots = openSlots({ concurrent, waiting, waitMs: LONG_MS });
        let held = 0;
        let most = 0;
        const outcomes = await Promise.allSettled(
          callers.map(async (leaves) => {
            const client = new AbortController();
            const taken = slots.take(client.signal);
            if (leaves) queueMicrotask(() => client.abort(new Error('left')));
            const release = await taken;
            most = Math.max(most, ++held);
            await new Promise((resolve) => setImmediate(resolve));
            held--;
            release();
          }),
        );
        expect(most).toBeLessThanOrEqual(concurrent);
        expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
        const again = await Promise.all(Array.from({ length: concurrent }, () => slots.take()));
        for (const release of again) release();
      }),
      { numRuns: 50 },
    );
  });
});
