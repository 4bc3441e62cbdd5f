/** Something whose time is looked after, with its neighbours among those that have the same limit. */
export interface Timed {
  /** Called once when the time is up. */
  timeIsUp(): void;
  /** Moment when the time is up, by `performance.now`. */
  dueAt: number;
  previous: Timed | undefined;
  next: Timed | undefined;
  list: DeadlineList | undefined;
}

interface DeadlineList {
  first: Timed | undefined;
  last: Timed | undefined;
}

const TICK_MS = 50;

/**
 * Looks after the time of all open exchanges of a server. One clock does it for all of them, because a timer for each
 * costs a small request three hundredths of its time; an end may be noticed late by a tick.
 */
export class Deadlines {
  /** By limit in milliseconds: what has the same limit is due in the order in which it came. */
  readonly #lists = new Map<number, DeadlineList>();
  #clock: NodeJS.Timeout | undefined;

  /** Begins to count the limit from `since`, by `performance.now`. */
  add(timed: Timed, limitMs: number, since: number): void {
    let list = this.#lists.get(limitMs);
    if (list === undefined) {
      list = { first: undefined, last: undefined };
      this.#lists.set(limitMs, list);
    }
    timed.dueAt = since + limitMs;
    timed.list = list;
    timed.previous = list.last;
    timed.next = undefined;
    if (list.last === undefined) list.first = timed;
    else list.last.next = timed;
    list.last = timed;
    this.#clock ??= setInterval(() => this.#look(), TICK_MS).unref();
  }

  /** Stops counting, if it is counted. */
  remove(timed: Timed): void {
    const { list, previous, next } = timed;
    if (list === undefined) return;
    if (previous === undefined) list.first = next;
    else previous.next = next;
    if (next === undefined) list.last = previous;
    else next.previous = previous;
    timed.list = undefined;
    timed.previous = undefined;
    timed.next = undefined;
  }

  #look(): void {
    const now = performance.now();
    let isEmpty = true;
    // What is due may begin another count, so the lists are those of the moment.
    for (const list of [...this.#lists.values()]) {
      for (let timed = list.first; timed !== undefined && timed.dueAt <= now; timed = list.first) {
        this.remove(timed);
        timed.timeIsUp();
      }
      if (list.first !== undefined) isEmpty = false;
    }
    if (!isEmpty || [...this.#lists.values()].some(({ first }) => first !== undefined)) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}
