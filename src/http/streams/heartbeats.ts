/** Time between two steps of the timer. */
const STEP_MS = 250;

/**
 * Calls back once in each heartbeat. All callbacks of a process share one timer and are spread evenly over the
 * heartbeat, however close together they came.
 */
export class Heartbeats {
  readonly #slots: readonly Set<() => void>[];
  readonly #stepMs: number;
  #next = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(heartbeatMs: number) {
    const steps = Math.max(1, Math.round(heartbeatMs / STEP_MS));
    this.#slots = Array.from({ length: steps }, () => new Set());
    this.#stepMs = heartbeatMs / steps;
  }

  /** Returns what ends it. */
  add(beat: () => void): () => void {
    const slot = this.#slots.reduce((emptiest, other) => (other.size < emptiest.size ? other : emptiest));
    slot.add(beat);
    this.#timer ??= setInterval(() => this.#step(), this.#stepMs).unref();
    return () => {
      slot.delete(beat);
      if (this.#slots.some(({ size }) => size > 0)) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  #step(): void {
    const slot = this.#slots[this.#next];
    this.#next = (this.#next + 1) % this.#slots.length;
    for (const beat of [...(slot ?? [])]) beat();
  }
}
