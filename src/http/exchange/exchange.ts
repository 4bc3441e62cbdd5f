import type { ServerResponse } from 'node:http';
import type { Actor } from '#src/domain/accounts/actor.ts';
import type { AuditedAction } from '#src/domain/audit/audited-action.ts';
import type { Work } from '#src/domain/work.ts';
import type { Violation } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { RouteMatch } from '#src/http/contract/route-match.ts';
import type { Deadlines, Timed } from '#src/http/exchange/deadline.ts';
import type { HeldRequest } from '#src/http/exchange/held-request.ts';
import type { RequestIdentity } from '#src/http/exchange/request-id.ts';
import type { RequestTarget } from '#src/http/exchange/request-target.ts';
import { clientAddress } from '#src/platform/client-address.ts';
import type { Transaction } from '#src/platform/db/database.ts';
import type { Claim } from '#src/platform/idempotency-store.ts';
import type { Log } from '#src/platform/log.ts';
import type { Services } from '#src/services.ts';

/** Parts and limits that all requests of a server share. */
export interface ExchangeScope {
  readonly log: Log;
  readonly services: Services;
  readonly trustProxy: number;
  readonly requestTimeoutMs: number;
}

/** The server's part in the life of an exchange. Each is called once at most. */
export interface ExchangeOwner {
  readonly deadlines: Deadlines;
  /** The time is up and nothing was answered, although the work had a while to say so in its own words. */
  timedOut(exchange: Exchange): void;
  /** The exchange is over. */
  over(exchange: Exchange): void;
  /** The exchange is over and has released what it held. */
  released(exchange: Exchange): void;
}

/** Releases what was taken for an exchange, such as a place or a temporary file. */
export type Release = () => void | Promise<void>;

const NO_TARGET: RequestTarget = { path: '/', query: '' };
const NO_VALUES: readonly string[] = [];
const NO_FAULTS: readonly Violation[] = [];
/** Work that heeds its signal has this long to end with an answer of its own. */
const OWN_WORDS_MS = 250;

/**
 * One request and its answer from the first to the last moment, and the context that a handler sees. It alone knows
 * when the request is over, by whatever end: answered, left by its client, or cut off. Whoever has to undo something
 * then says so by `onRelease`, and whoever waits asks `signal`. Costly parts (child log, signal) are made when first
 * asked for.
 */
export class Exchange implements Timed {
  readonly req: HeldRequest;
  readonly res: ServerResponse;
  readonly startedAt = performance.now();
  readonly services: Services;
  target: RequestTarget = NO_TARGET;
  /** Operations at the path of the request, with the values of its parameters. */
  match: RouteMatch | undefined;
  record: OperationRecord | undefined;
  /** Set by the security stage; absent on public operations. */
  actor: Actor | undefined;
  /** Set when the operation is audited. */
  audited: AuditedAction | undefined;
  /** Open around the handler, where its key and what it makes are one transaction. */
  tx: Transaction | undefined;
  /** Hold on its key, where what it makes can be remembered. */
  claim: Claim | undefined;
  input: Record<string, unknown> = {};
  /** Media type of the success that the client prefers, where the contract declares several. */
  replyType = '';
  /** Headers that stages add to the answer, whatever it is: names and values in turn. */
  stageHeaders: string[] | undefined;
  expectsContinue = false;
  /** The body as it was sent, or what makes it the same as another. */
  bodyBytes: Buffer | undefined;
  /** The body was JSON without coded characters, so that its texts are what was sent. */
  isPlainBody = false;
  /** What was lost when the body was read as JSON. */
  bodyFaults: readonly Violation[] = NO_FAULTS;
  dueAt = 0;
  previous: Timed | undefined;
  next: Timed | undefined;
  list: Timed['list'];
  readonly #scope: ExchangeScope;
  readonly #identity: RequestIdentity;
  readonly #owner: ExchangeOwner;
  #log: Log | undefined;
  #ip: string | undefined;
  #abort: AbortController | undefined;
  #abortReason: DOMException | undefined;
  #releases: Release[] | undefined;
  #isOver = false;
  #isTimeUp = false;

  constructor(
    req: HeldRequest,
    res: ServerResponse,
    identity: RequestIdentity,
    scope: ExchangeScope,
    owner: ExchangeOwner,
  ) {
    this.req = req;
    this.res = res;
    this.services = scope.services;
    this.#identity = identity;
    this.#scope = scope;
    this.#owner = owner;
    // An answer that waits for earlier ones of its connection never closes; its request is destroyed then.
    req.onLost = () => this.#end();
    res.on('close', () => this.#end());
  }

  /** The form in which openapi-backend sees a request. */
  get method(): string {
    return this.req.method ?? 'GET';
  }

  get path(): string {
    return this.target.path;
  }

  get headers(): Record<string, string | string[]> {
    return this.req.headers as Record<string, string | string[]>;
  }

  /** Values of the path parameters in their order, decoded. */
  get pathValues(): readonly string[] {
    return this.match?.values ?? NO_VALUES;
  }

  get requestId(): string {
    return this.#identity.requestId;
  }

  get traceparent(): string {
    return this.#identity.traceparent;
  }

  get userAgent(): string | undefined {
    return this.req.headers['user-agent']?.slice(0, 256);
  }

  /** The nearest address that is not one of our own proxies. */
  get ip(): string {
    const { socket, headers } = this.req;
    this.#ip ??= clientAddress(
      socket.remoteAddress ?? '',
      String(headers['x-forwarded-for'] ?? ''),
      this.#scope.trustProxy,
    );
    return this.#ip;
  }

  /** The work that the handler hands to its service. Only operations that need an actor look at it. */
  get work(): Omit<Work, 'actor'> & Pick<Exchange, 'actor'> {
    return workOf(this);
  }

  get log(): Log {
    this.#log ??= this.#scope.log.child({
      request_id: this.requestId,
      operation: this.record?.operationId ?? 'none',
    });
    return this.#log;
  }

  /** True once the answer is out to its last byte, or nobody is there to take it. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** True once the time of the operation is up, whether or not somebody has said so. */
  get isTimeUp(): boolean {
    return this.#isTimeUp;
  }

  /** True while there is somebody to answer who has not been answered yet. */
  get isOpen(): boolean {
    return !this.#isOver && !this.res.headersSent;
  }

  /** Aborted when the client leaves before its answer, or when the time of the operation is up. */
  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      this.#abort = new AbortController();
      if (this.#abortReason !== undefined) this.#abort.abort(this.#abortReason);
    }
    return this.#abort.signal;
  }

  /** Tells the work of the exchange that nobody waits for it any more. */
  abort(reason: DOMException): void {
    this.#abortReason ??= reason;
    this.#abort?.abort(reason);
  }

  /** Has something released when the exchange is over, at once when it is over already. */
  onRelease(release: Release): void {
    if (!this.#isOver) {
      this.#releases ??= [];
      this.#releases.push(release);
      return;
    }
    void this.#release(release);
  }

  /** Gives the operation its time, counted from the arrival of the request. */
  startTimer(): void {
    if (!this.#isOver) this.#owner.deadlines.add(this, this.timeLimitMs, this.startedAt);
  }

  /** For answers that take as long as their client does, and for bodies that do. */
  stopTimer(): void {
    this.#owner.deadlines.remove(this);
  }

  /** Gives the operation its whole time again, after a body that was not to be counted. */
  restartTimer(): void {
    this.stopTimer();
    if (!this.#isOver) this.#owner.deadlines.add(this, this.timeLimitMs, performance.now());
  }

  /** Time that the operation has, in milliseconds. */
  get timeLimitMs(): number {
    return this.record?.timeoutMs ?? this.#scope.requestTimeoutMs;
  }

  /** Time that a client who sends nothing is given, in milliseconds. */
  get patienceMs(): number {
    return this.#scope.requestTimeoutMs;
  }

  /** Called by the clock alone: first when the time is up, then when the work has had its own words. */
  timeIsUp(): void {
    if (!this.#isTimeUp) {
      this.#isTimeUp = true;
      this.abort(new DOMException('The operation took too long.', 'TimeoutError'));
      this.#owner.deadlines.add(this, OWN_WORDS_MS, performance.now());
    } else if (this.isOpen) this.#owner.timedOut(this);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#owner.deadlines.remove(this);
    if (!this.res.writableFinished) this.abort(new DOMException('The client left.', 'AbortError'));
    this.#owner.over(this);
    const pending = this.#releases?.map((release) => this.#release(release));
    if (pending === undefined || pending.every((one) => one === undefined)) this.#owner.released(this);
    else void Promise.all(pending).then(() => this.#owner.released(this));
  }

  /** Never throws and never rejects, so that one that fails keeps none of the others from being released. */
  #release(release: Release): void | Promise<void> {
    try {
      return release()?.catch((error: unknown) => this.#tellUnreleased(error));
    } catch (error) {
      this.#tellUnreleased(error);
    }
  }

  #tellUnreleased(error: unknown): void {
    this.log.warn({ err: error }, 'something taken for a request could not be released');
  }
}

/** Makes the signal only where something asks for it, because of its price. */
function workOf(exchange: Exchange): Exchange['work'] {
  return {
    actor: exchange.actor,
    action: exchange.audited,
    tx: exchange.tx,
    claim: exchange.claim,
    get signal() {
      return exchange.signal;
    },
  };
}
