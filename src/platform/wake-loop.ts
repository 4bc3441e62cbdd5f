import { setTimeout as sleep } from 'node:timers/promises';
import { asLogged } from '#src/platform/db/errors.ts';
import type { Log } from '#src/platform/log.ts';

export interface WakeLoopSettings {
  readonly log: Log;
  /** Name of the loop in the log. */
  readonly name: string;
  /** Longest time between two rounds. */
  readonly everyMs: number;
  /** One round. Resolves to true when there may be more to do at once. */
  round(): Promise<boolean>;
}

const FAILED_WAIT_MS = 2_000;

/** Runs rounds one after the other: at each wake, and periodically in case a wake was missed. */
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

  /** Begins no more rounds; resolves when the running one has ended, or after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopped.abort();
    this.#waiting?.abort();
    // A round that waits for a connection of a closed pool never ends.
    await Promise.race([this.#running, sleep(graceMs, undefined, { ref: false })]);
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
        // Logged once, because the database can be away for thousands of rounds.
        if (!failing)
          this.#settings.log.warn(
            { err: asLogged(error) },
            `${this.#settings.name} failed and goes on trying`,
          );
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
