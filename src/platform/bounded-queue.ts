/** The queue holds as much as it may; the work was not taken. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** Runs costly work a few at a time and refuses what would have to wait behind too much other. */
export class BoundedQueue {
  readonly #parallel: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: { parallel: number; waiting: number }) {
    this.#parallel = limits.parallel;
    this.#maxWaiting = limits.waiting;
  }

  /** Throws a `QueueFullError` at once when there is no place left. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  #enter(): Promise<void> | undefined {
    if (this.#running < this.#parallel) {
      this.#running++;
      return undefined;
    }
    if (this.#waiting.length >= this.#maxWaiting) throw new QueueFullError('Too much work is waiting.');
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
