import { asLogged } from '#src/platform/db/errors.ts';
import type { Log } from '#src/platform/log.ts';

export interface WatchSettings<State> {
  /** States of those of the rows that are there, by their keys. */
  readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, State>>;
  /** False while notices do not arrive, so that looking is all there is. */
  readonly connected: () => boolean;
  /** Each row is looked at so often, for notices that went missing. */
  readonly everyMs: number;
  /** The same while notices do not arrive. */
  readonly disconnectedEveryMs: number;
  readonly log: Log;
  /** Says in the log which rows cannot be read. */
  readonly name: string;
}

export interface RowListener<State> {
  /** Called after each look: with the state of the row, or undefined when it is not there. */
  told(state: State | undefined): void;
  /** Called for as long as a look is not answered that should have been: the state is not known any more. */
  unanswered?(cause: unknown): void;
}

interface Row<State> {
  readonly key: string;
  readonly listeners: Set<RowListener<State>>;
  /** There is a reason to think that it changed. */
  urgent: boolean;
  /** Ticks that a look has been waited for. */
  waited: number;
}

/** Keys of one statement. */
const MAX_KEYS = 1_000;
const TICK_MS = 250;
/** Notices that arrive together are looked into together. */
const GATHER_MS = 5;
/** Wait before the first read, since a row can have changed just before it was watched. */
const FIRST_LOOK_MS = 100;
/**
 * Ticks after which a look counts as not answered. They are counted rather than timed, so that a process that stood
 * still does not take its own silence for that of the database.
 */
const URGENT_PATIENCE = 3;
const PATIENCE = 20;

/**
 * Rows that somebody wants to know of whenever they change. All rows of a process share their statements: some at a
 * time when a notice names them, and each from time to time in case a notice was lost, spread over that time.
 */
export class WatchedRows<State> {
  readonly #settings: WatchSettings<State>;
  /** Those that were looked at longest ago come first. */
  readonly #rows = new Map<string, Row<State>>();
  /** Rows to look at next. */
  readonly #due = new Set<Row<State>>();
  /** Rows whose look is under way. */
  #asked: readonly Row<State>[] = [];
  #ticks: NodeJS.Timeout | undefined;
  #next: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined;
  #looking = false;
  #failure: unknown;
  /** Up to when the rows have had their share of looks. */
  #sharedAt = 0;
  /** Differs from one share to the next, so that replicas that began together do not stay together. */
  #pace = 1;

  constructor(settings: WatchSettings<State>) {
    this.#settings = settings;
  }

  /** Begins with a look. Returns what ends it. */
  watch(key: string, listener: RowListener<State>): () => void {
    const row = this.#rows.get(key) ?? this.#add(key);
    row.listeners.add(listener);
    return () => {
      row.listeners.delete(listener);
      if (row.listeners.size > 0 || this.#rows.get(key) !== row) return;
      this.#rows.delete(key);
      this.#due.delete(row);
      if (this.#rows.size === 0) this.#rest();
    };
  }

  /** Looks at a row as soon as can be: it changed, or may have. */
  look(key: string): void {
    const row = this.#rows.get(key);
    if (row === undefined) return;
    row.urgent = true;
    this.#want(row, GATHER_MS);
  }

  #add(key: string): Row<State> {
    const row = { key, listeners: new Set<RowListener<State>>(), urgent: false, waited: 0 };
    if (this.#rows.size === 0) this.#begin();
    this.#rows.set(key, row);
    this.#want(row, FIRST_LOOK_MS);
    return row;
  }

  #begin(): void {
    this.#sharedAt = performance.now();
    this.#ticks = setInterval(() => this.#tick(), TICK_MS);
    this.#ticks.unref();
  }

  #rest(): void {
    clearInterval(this.#ticks);
    clearTimeout(this.#next?.timer);
    this.#next = undefined;
  }

  /** Marks a row and sees to it that a round begins within a while. */
  #want(row: Row<State>, withinMs: number): void {
    this.#due.add(row);
    const at = performance.now() + withinMs;
    if (this.#looking || (this.#next !== undefined && this.#next.at <= at)) return;
    clearTimeout(this.#next?.timer);
    const timer = setTimeout(() => {
      this.#next = undefined;
      void this.#lookAtDue();
    }, withinMs);
    timer.unref();
    this.#next = { timer, at };
  }

  #tick(): void {
    const connected = this.#settings.connected();
    this.#countWaiting(connected);
    this.#share(connected);
    if (this.#due.size > 0 && this.#next === undefined) void this.#lookAtDue();
  }

  #countWaiting(connected: boolean): void {
    for (const row of new Set([...this.#asked, ...this.#due])) {
      row.waited++;
      if (row.waited <= (row.urgent || !connected ? URGENT_PATIENCE : PATIENCE)) continue;
      for (const listener of [...row.listeners]) listener.unanswered?.(this.#failure);
    }
  }

  /** Wants so many rows as the time since the last share stands for, once they fill statements or are all. */
  #share(connected: boolean): void {
    const { everyMs, disconnectedEveryMs } = this.#settings;
    const periodMs = (connected ? everyMs : disconnectedEveryMs) * this.#pace;
    const now = performance.now();
    const { size } = this.#rows;
    // The next tick would be too late for what is nearly due.
    const share = Math.min(size, Math.floor((size * (now - this.#sharedAt + TICK_MS / 2)) / periodMs));
    const taken = share === size ? size : share - (share % MAX_KEYS);
    if (taken === 0) return;
    this.#sharedAt = now - ((share - taken) / size) * periodMs;
    this.#pace = 0.8 + 0.2 * Math.random();
    const rows = [...this.#rows.values()].slice(0, taken);
    for (const row of rows) {
      this.#rows.delete(row.key);
      this.#rows.set(row.key, row);
      this.#due.add(row);
    }
  }

  /** One statement after the other, until no row is due or a statement fails; the next tick tries again. */
  async #lookAtDue(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (this.#due.size > 0) await this.#lookAtSome();
      this.#failure = undefined;
    } catch (error) {
      const { log, name } = this.#settings;
      if (this.#failure === undefined)
        log.warn({ err: asLogged(error) }, `${name} cannot be read at the moment`);
      this.#failure = error;
    } finally {
      this.#looking = false;
    }
  }

  async #lookAtSome(): Promise<void> {
    const rows = [...this.#due].slice(0, MAX_KEYS);
    for (const row of rows) this.#due.delete(row);
    this.#asked = rows;
    try {
      const states = await this.#settings.read(rows.map(({ key }) => key));
      for (const row of rows) this.#tell(row, states.get(row.key));
    } catch (error) {
      for (const row of rows) if (this.#rows.get(row.key) === row) this.#due.add(row);
      throw error;
    } finally {
      this.#asked = [];
    }
  }

  #tell(row: Row<State>, state: State | undefined): void {
    // What was wanted again meanwhile may have changed after this look.
    if (!this.#due.has(row)) row.urgent = false;
    row.waited = 0;
    for (const listener of [...row.listeners]) listener.told(state);
  }
}
