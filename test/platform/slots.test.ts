import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Slots } from '#src/platform/slots.ts';

class FullError extends Error {}

function slots({ concurrent = 2, waiting = 10, waitMs = 60_000 } = {}): Slots {
  return new Slots({ concurrent, waiting, waitMs, refusal: () => new FullError('full') });
}

describe('slots', () => {
  it('are given in the order of the requests', async () => {
    const own = slots({ concurrent: 1 });
    const first = await own.take();
    const order: number[] = [];
    const rest = [1, 2, 3].map(async (n) => {
      const release = await own.take();
      order.push(n);
      release();
    });
    expect(own.waiting).toBe(3);
    first();
    await Promise.all(rest);
    expect([order, own.waiting]).toEqual([[1, 2, 3], 0]);
  });

  it('are never held by more than permitted, also when one is released twice', async () => {
    const own = slots({ concurrent: 1 });
    const release = await own.take();
    release();
    release();
    await own.take();
    const third = own.take();
    third.catch(() => undefined);
    await sleep(1);
    expect(own.waiting).toBe(1);
  });

  it('are refused after the longest wait, and when too many wait', async () => {
    const own = slots({ concurrent: 1, waiting: 1, waitMs: 20 });
    const release = await own.take();
    const waiting = own.take();
    await expect(own.take()).rejects.toBeInstanceOf(FullError);
    await expect(waiting).rejects.toBeInstanceOf(FullError);
    release();
    await own.take();
  });

  it('are not kept for a caller that has left', async () => {
    const own = slots({ concurrent: 1 });
    const release = await own.take();
    const leaving = new AbortController();
    const left = own.take(leaving.signal);
    const patient = own.take();
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    release();
    await patient;
    await expect(own.take(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
