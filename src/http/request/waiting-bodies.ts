import { BodyFailure, type HeldRequest } from '#src/http/exchange/held-request.ts';

const SWEEP_EVERY_MS = 5_000;

/** A body that is waited for, and its neighbours. */
export interface WaitingBody {
  readonly request: HeldRequest;
  readonly since: number;
  previous: WaitingBody | undefined;
  next: WaitingBody | undefined;
}

/**
 * Gives up bodies that do not come to their end. One clock looks after all of them, because a timer for each request
 * costs more than reading a small body; it may be late by its interval.
 */
export class WaitingBodies {
  readonly #maxMs: number;
  readonly #sweepMs: number;
  #newest: WaitingBody | undefined;
  #clock: NodeJS.Timeout | undefined;

  /** Times are in milliseconds. */
  constructor(maxMs: number, sweepMs = SWEEP_EVERY_MS) {
    this.#maxMs = maxMs;
    this.#sweepMs = sweepMs;
  }

  /** `since` is when the request began, by `performance.now`. */
  add(request: HeldRequest, since: number): WaitingBody {
    const body: WaitingBody = { request, since, previous: undefined, next: this.#newest };
    if (this.#newest !== undefined) this.#newest.previous = body;
    this.#newest = body;
    this.#clock ??= setInterval(() => this.#sweep(), this.#sweepMs).unref();
    return body;
  }

  /** May be called once for each body. */
  remove({ previous, next }: WaitingBody): void {
    if (next !== undefined) next.previous = previous;
    if (previous !== undefined) previous.next = next;
    else this.#newest = next;
  }

  #sweep(): void {
    const latest = performance.now() - this.#maxMs;
    for (let body = this.#newest; body !== undefined; body = body.next) {
      if (body.since < latest) body.request.abandon(new BodyFailure('broken off'));
    }
    if (this.#newest !== undefined) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}
