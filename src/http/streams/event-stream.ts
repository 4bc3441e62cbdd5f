import { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { StreamEvent } from '#src/http/handler/handler-types.ts';
import { toAppError, toProblem } from '#src/http/reply/problem.ts';
import { ReplyViolation } from '#src/http/reply/render.ts';

export type AnyEvent = StreamEvent<string, unknown>;

export interface StreamSettings {
  readonly heartbeatMs: number;
  /** A stream without an event for so long is ended; the client comes back to where it was. */
  readonly idleMs: number;
  /** Open streams of one user, or of one address for callers without an account, in this process. */
  readonly perCaller: number;
}

/** How the events of one stream are written. */
export interface EventForm {
  /** The data as one line of JSON. Throws `ReplyViolation` for what the contract does not declare. */
  data(event: AnyEvent): string;
  readonly declaresError: boolean;
}

export const EVENT_STREAM = 'text/event-stream';
/** The form of `Last-Event-ID` in the contract. */
const EVENT_ID = /^[A-Za-z0-9._:-]{1,64}$/;
const KEEP_ALIVE = ': keep-alive\n\n';
/** A client that takes nothing for so many heartbeats has gone without saying so. */
const STALLED_HEARTBEATS = 4;
const MIN_RETRY_MS = 500;
const RETRY_SPREAD_MS = 2_000;

/** One event in the wire form of server-sent events. */
function formatEvent(event: AnyEvent, data: string): string {
  if (event.id !== undefined && !EVENT_ID.test(event.id))
    throw new ReplyViolation('The id of an event is none that a client could send back.');
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.event}\ndata: ${data}\n\n`;
}

/** When to come back, spread so that the clients of a server that stops do not come all at once. */
function comeBack(why: string): string {
  return `retry: ${MIN_RETRY_MS + Math.floor(Math.random() * RETRY_SPREAD_MS)}\n: ${why}\n\n`;
}

/** One open stream: pulls an event only when the client has taken the last, and ends its source with itself. */
export class EventStream {
  readonly #exchange: Exchange;
  readonly #source: AsyncIterator<AnyEvent>;
  readonly #form: EventForm;
  readonly #settings: StreamSettings;
  #over = false;
  /** The head is out; until then a failure is an answer of its own. */
  #isOpen = false;
  #earlyFailure: unknown;
  #lastEventAt = performance.now();
  /** Ends the wait for a client that takes nothing. */
  #goOn: (() => void) | undefined;

  constructor(
    exchange: Exchange,
    source: AsyncIterator<AnyEvent>,
    form: EventForm,
    settings: StreamSettings,
  ) {
    this.#exchange = exchange;
    this.#source = source;
    this.#form = form;
    this.#settings = settings;
    exchange.onRelease(() => this.#stop('The client left.'));
  }

  get record(): OperationRecord | undefined {
    return this.#exchange.record;
  }

  /**
   * Sends until the source is done, the client leaves or the stream is ended. The source is open, so the head does not
   * wait for an event. Rejects only with what failed before the head.
   */
  async run(status: number, headers: readonly string[]): Promise<void> {
    const { res, req } = this.#exchange;
    if (this.#earlyFailure !== undefined) throw this.#earlyFailure;
    if (this.#over) return;
    if (req.method === 'HEAD') {
      this.#stop('HEAD has no events.');
      res.writeHead(status, [...headers]).end();
      return;
    }
    const first = this.#source.next();
    try {
      await Promise.race([first, nextTurn()]);
    } catch (error) {
      this.fail(error);
    }
    if (this.#earlyFailure !== undefined) throw this.#earlyFailure;
    if (this.#over) return;
    res.writeHead(status, [...headers]).flushHeaders();
    this.#isOpen = true;
    try {
      await this.#pump(first);
    } catch (error) {
      this.fail(error);
    }
  }

  async #pump(first: Promise<IteratorResult<AnyEvent>>): Promise<void> {
    const { res } = this.#exchange;
    for (let step = await first; step.done !== true; step = await this.#source.next()) {
      if (this.#over) return;
      this.#lastEventAt = performance.now();
      if (!res.write(formatEvent(step.value, this.#form.data(step.value)))) await this.#drained();
      if (this.#over) return;
    }
    this.#end('');
  }

  /** Resolves when the client has taken what was written, or the stream is over. */
  #drained(): Promise<void> {
    const { res } = this.#exchange;
    return new Promise((resolve) => {
      const stalled = setTimeout(() => res.destroy(), this.#settings.heartbeatMs * STALLED_HEARTBEATS);
      stalled.unref();
      const done = (): void => {
        clearTimeout(stalled);
        res.off('drain', done);
        this.#goOn = undefined;
        resolve();
      };
      res.once('drain', done);
      this.#goOn = done;
    });
  }

  /** Keeps the connection open, or ends a stream on which nothing happened for long. Called once in a heartbeat. */
  beat(): void {
    const { res } = this.#exchange;
    if (!this.#isOpen || this.#over) return;
    if (performance.now() - this.#lastEventAt > this.#settings.idleMs)
      this.#end(comeBack('nothing happened for long'));
    // What a stalled client does not take would only be kept in memory.
    else if (!res.writableNeedDrain) res.write(KEEP_ALIVE);
  }

  /** Ends the stream for a server that stops: the client goes on elsewhere. */
  moveAway(): void {
    if (this.#isOpen) this.#end(comeBack('the server is shutting down'));
    else this.fail(new AppError('shutting_down', 'The server is shutting down. Try again in a moment.'));
  }

  /** Tells a failure as the declared `error` event, or by a connection that breaks off. */
  fail(thrown: unknown): void {
    if (this.#over) return;
    if (!this.#isOpen) {
      this.#earlyFailure = thrown;
      this.#stop('The stream failed.');
      return;
    }
    const error = toAppError(thrown);
    const { log, res, requestId } = this.#exchange;
    if (error.code === 'internal_error') log.error({ err: error.cause ?? error }, 'a stream failed');
    else log.info({ problem: error.code }, 'a stream ended');
    if (this.#form.declaresError) {
      this.#end(`event: error\ndata: ${toProblem(error, requestId).body}\n\n`);
    } else if (error.code === 'unauthenticated' || error.code === 'forbidden') {
      this.#end(': not yours any more\n\n');
    } else {
      this.#stop('The stream failed.');
      res.destroy();
    }
  }

  #end(lastWords: string): void {
    if (this.#over) return;
    this.#stop('The stream has ended.');
    const { res } = this.#exchange;
    // A client that takes nothing would keep the connection open for its last words.
    if (res.writableNeedDrain) res.destroy();
    else res.end(lastWords);
  }

  #stop(why: string): void {
    if (this.#over) return;
    this.#over = true;
    this.#goOn?.();
    this.#exchange.abort(new DOMException(why, 'AbortError'));
    // A source that waits ends when its wait does, which is what the signal is for.
    Promise.resolve(this.#source.return?.()).catch((error: unknown) =>
      this.#exchange.log.warn({ err: error }, 'the source of a stream did not end well'),
    );
  }
}

/** Resolves when everything that needs no waiting has been done. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Refuses one stream more than a caller may have. */
export function tooManyStreams(limit: number): AppError {
  return new AppError('rate_limited', `There may be ${limit} open streams at a time.`, {
    retryAfterSeconds: 5,
  });
}
