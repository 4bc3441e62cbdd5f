import { describe, expect, it } from 'vitest';
import { BoundedQueue, QueueFullError } from '#src/platform/bounded-queue.ts';

/** Work that ends when `finish` is called. */
function held() {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { work: () => done, finish: () => finish() };
}

describe('a bounded queue', () => {
  it('runs a few at a time, and the others in their order', async () => {
    const queue = new BoundedQueue({ parallel: 2, waiting: 10 });
    const order: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        queue.run(async () => {
          order.push(n);
          most = Math.max(most, ++running);
          await new Promise((resolve) => setImmediate(resolve));
          running--;
        }),
      ),
    );
    expect([order, most]).toEqual([[1, 2, 3, 4, 5], 2]);
  });

  it('refuses work when its places are taken, and accepts it again afterwards', async () => {
    const queue = new BoundedQueue({ parallel: 1, waiting: 1 });
    const first = held();
    const running = queue.run(first.work);
    const waiting = queue.run(async () => 'second');
    await expect(queue.run(async () => 'third')).rejects.toBeInstanceOf(QueueFullError);
    first.finish();
    await running;
    expect(await waiting).toBe('second');
    expect(await queue.run(async () => 'fourth')).toBe('fourth');
  });

  it('passes the error of the work on and frees its place', async () => {
    const queue = new BoundedQueue({ parallel: 1, waiting: 0 });
    for (let round = 0; round < 3; round++)
      await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await queue.run(async () => 'yes')).toBe('yes');
  });
});
