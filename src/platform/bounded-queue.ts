import pLimit, { type LimitFunction } from 'p-limit';

/** The queue is full; the work was not accepted. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** Runs costly work a few at a time, and refuses work when too much is waiting. */
export class BoundedQueue {
  readonly #limit: LimitFunction;
  readonly #maxWaiting: number;

  constructor(limits: { parallel: number; waiting: number }) {
    this.#limit = pLimit(limits.parallel);
    this.#maxWaiting = limits.waiting;
  }

  /** Throws a `QueueFullError` at once when there is no place left. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const { activeCount, concurrency, pendingCount } = this.#limit;
    if (activeCount >= concurrency && pendingCount >= this.#maxWaiting)
      throw new QueueFullError('Too much work is waiting.');
    return this.#limit(work);
  }
}
