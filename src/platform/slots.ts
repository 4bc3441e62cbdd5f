export interface SlotLimits {
  /** Holders at the same time. */
  readonly concurrent: number;
  /** Callers that may wait for one of them. */
  readonly waiting: number;
  /** Longest wait. */
  readonly waitMs: number;
  /** The error of a caller that finds the queue full, or whose wait is over. */
  readonly refusal: () => Error;
}

interface Waiting {
  readonly grant: () => void;
}

/**
 * Limits how many callers do expensive work at once in this process, first come, first served. A caller is refused when the
 * queue is full or its wait is over.
 */
export class Slots {
  readonly #limits: SlotLimits;
  readonly #queue: Waiting[] = [];
  #held = 0;

  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  /** Callers that wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Resolves to the function that releases the slot. Throws the refusal when there is none in time. */
  async take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#held < this.#limits.concurrent) this.#held += 1;
    else await this.#wait(signal);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#release();
    };
  }

  #wait(signal: AbortSignal | undefined): Promise<void> {
    if (this.#queue.length >= this.#limits.waiting) throw this.#limits.refusal();
    return new Promise((resolve, reject) => {
      const leave = (error: unknown): void => {
        const place = this.#queue.indexOf(waiting);
        if (place < 0) return;
        this.#queue.splice(place, 1);
        settle();
        reject(error);
      };
      const onAbort = (): void => leave(signal?.reason);
      const timer = setTimeout(() => leave(this.#limits.refusal()), this.#limits.waitMs);
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const waiting: Waiting = {
        grant: () => {
          settle();
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(waiting);
    });
  }

  #release(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#held -= 1;
    else next.grant();
  }
}
