import type { ServerResponse } from 'node:http';
import type { Actor } from '#src/domain/accounts/actor.ts';
import type { AuditedAction } from '#src/domain/audit/audited-action.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { HeldRequest } from '#src/http/exchange/held-request.ts';
import type { RequestIdentity } from '#src/http/exchange/request-id.ts';
import type { RequestTarget } from '#src/http/exchange/request-target.ts';
import type { Log } from '#src/platform/log.ts';
import type { Services } from '#src/services.ts';

/** What stays the same for every request of a server. */
export interface ExchangeScope {
  readonly log: Log;
  readonly services: Services;
  readonly trustProxy: number;
  readonly requestTimeoutMs: number;
}

const NO_TARGET: RequestTarget = { path: '/', query: '' };

/**
 * One request and its answer on their way through the stages, and what a handler sees of them as its context.
 * Costly parts (child log, abort signal) are made when first asked for.
 */
export class Exchange {
  readonly req: HeldRequest;
  readonly res: ServerResponse;
  readonly startedAt = performance.now();
  readonly services: Services;
  target: RequestTarget = NO_TARGET;
  record: OperationRecord | undefined;
  /** Values of the path parameters in their order, decoded. */
  pathValues: readonly string[] = [];
  /** Set by the security stage; absent on public operations. */
  actor: Actor | undefined;
  /** Set when the operation is audited. */
  audited: AuditedAction | undefined;
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
  /** Work to undo when the request is over, such as removing temporary files. */
  cleanUp: (() => Promise<void>) | undefined;
  readonly #scope: ExchangeScope;
  readonly #identity: RequestIdentity;
  #log: Log | undefined;
  #abort: AbortController | undefined;
  #abortReason: DOMException | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(req: HeldRequest, res: ServerResponse, scope: ExchangeScope, identity: RequestIdentity) {
    this.req = req;
    this.res = res;
    this.services = scope.services;
    this.#scope = scope;
    this.#identity = identity;
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
    const direct = this.req.socket.remoteAddress ?? '';
    if (this.#scope.trustProxy === 0) return direct;
    const chain = String(this.req.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    return chain.at(-this.#scope.trustProxy) ?? chain[0] ?? direct;
  }

  get log(): Log {
    this.#log ??= this.#scope.log.child({
      request_id: this.requestId,
      operation: this.record?.operationId ?? 'none',
    });
    return this.#log;
  }

  /** Aborted when the client leaves before its answer, or when the operation's time is up. */
  get signal(): AbortSignal {
    if (this.#abort !== undefined) return this.#abort.signal;
    const abort = new AbortController();
    this.#abort = abort;
    const left = (): void => {
      if (!this.res.writableFinished) this.abort(new DOMException('The client left.', 'AbortError'));
    };
    if (this.res.closed) left();
    else this.res.once('close', left);
    if (this.#abortReason !== undefined) abort.abort(this.#abortReason);
    return abort.signal;
  }

  /** Tells the work of the handler that nobody waits for it any more. */
  abort(reason: DOMException): void {
    this.#abortReason ??= reason;
    this.#abort?.abort(reason);
  }

  /** Gives the operation its time. When it is over, the signal is aborted and `timeIsUp` called. */
  startTimer(timeIsUp: () => void): void {
    this.#timer = setTimeout(() => {
      this.abort(new DOMException('The operation took too long.', 'TimeoutError'));
      timeIsUp();
    }, this.timeLimitMs);
    this.#timer.unref();
  }

  stopTimer(): void {
    clearTimeout(this.#timer);
  }

  /** Time that the operation has, in milliseconds. */
  get timeLimitMs(): number {
    return this.record?.timeoutMs ?? this.#scope.requestTimeoutMs;
  }

  /** Ends timers and temporary things of the request. */
  close(): void | Promise<void> {
    clearTimeout(this.#timer);
    const cleanUp = this.cleanUp;
    this.cleanUp = undefined;
    return cleanUp?.();
  }
}
