import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#src/platform/log.ts';

export interface WakeLoopSettings {
  readonly log: Log;
  /** Says in the log whose rounds failed. */
  readonly name: string;
  /** Longest time between two rounds. */
  readonly everyMs: number;
  /** One round. Resolves true when there may be more to do at once. */
  round(): Promise<boolean>;
}

const FAILED_WAIT_MS = 2_000;

/** Runs rounds one after the other: when it is woken, and from time to time in case a wake was missed. */
export class WakeLoop {
  readonly #settings: WakeLoopSettings;
  readonly #stopped = new AbortController();
  #waiting: AbortController | undefined;
  #woken = false;
  #running: Promise<void> | undefined;

  constructor(settings: WakeLoopSettings) {
    this.#settings = settings;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  wake(): void {
    this.#woken = true;
    this.#waiting?.abort();
  }

  /** No round begins any more; resolves when the one at work is over. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#waiting?.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failing = false;
    while (!this.#stopped.signal.aborted) {
      this.#woken = false;
      let waitMs = this.#settings.everyMs;
      try {
        if (await this.#settings.round()) continue;
        failing = false;
      } catch (error) {
        // A database that is away for an hour fails thousands of rounds for one reason.
        if (!failing)
          this.#settings.log.warn({ err: error }, `${this.#settings.name} failed and goes on trying`);
        failing = true;
        waitMs = FAILED_WAIT_MS * (0.5 + Math.random());
      }
      await this.#wait(waitMs, failing);
    }
  }

  async #wait(ms: number, failing: boolean): Promise<void> {
    if (this.#stopped.signal.aborted || (this.#woken && !failing)) return;
    this.#waiting = failing ? undefined : new AbortController();
    const signal = this.#waiting?.signal ?? this.#stopped.signal;
    await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
    this.#waiting = undefined;
  }
}
