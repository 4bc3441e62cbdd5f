import { type ErrorCode, problemTypes } from '#generated/problems.gen.ts';
import { AppError } from '#src/errors.ts';
import { NobodyWaits } from '#src/http/dispatch/contract-backend.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { Auditing } from '#src/http/guards/audit.ts';
import { toAppError } from '#src/http/reply/problem.ts';
import type { Sender } from '#src/http/reply/send.ts';
import { announcesBody } from '#src/http/request/body.ts';
import { asLogged } from '#src/platform/db/errors.ts';
import { briefly } from '#src/platform/log-errors.ts';

const INTERNAL = 500;
/**
 * Answered before they are written to the trail, which may be what hangs: a request that waited in vain for the database
 * would wait as long again.
 */
const LOST: ReadonlySet<ErrorCode> = new Set([
  'dependency_unavailable',
  'operation_timeout',
  'request_timeout',
]);

export interface Refusals {
  /** Answers a request with what a stage or its handler threw. */
  refuse(exchange: Exchange, thrown: unknown): Promise<void>;
  /** Answers a request whose time is up while its work still goes on. */
  timedOut(exchange: Exchange): void;
}

/** Turns what was thrown on the way of a request into its one answer, its entry in the trail and its log line. */
export function createRefusals(auditing: Auditing, sender: Sender): Refusals {
  const answer = (exchange: Exchange, error: AppError): void => {
    if (!exchange.isOver || !isAbort(error.cause)) logRefusal(exchange, error);
    if (!exchange.isOpen) return;
    try {
      sender.problem(exchange, error);
    } catch (cause) {
      exchange.log.error({ err: cause }, 'the error could not be sent');
      exchange.res.destroy();
    }
  };
  const answerAtOnce = (exchange: Exchange, error: AppError): void => {
    answer(exchange, error);
    const recorded = auditing.refuse(exchange, error);
    // A server that stops waits until the refusal is written.
    if (recorded instanceof Promise) exchange.onRelease(() => recorded.then(() => undefined));
  };
  return {
    async refuse(exchange, thrown) {
      if (thrown instanceof NobodyWaits) return;
      const error = errorOf(exchange, thrown);
      if (exchange.res.headersSent) failLate(exchange, error);
      else if (LOST.has(error.code)) answerAtOnce(exchange, error);
      else answer(exchange, await auditing.refuse(exchange, error));
    },

    timedOut(exchange) {
      answerAtOnce(exchange, outOfTime(exchange));
    },
  };
}

/** Work that heeds its signal fails by it, which is no defect of its own. */
function errorOf(exchange: Exchange, thrown: unknown): AppError {
  return exchange.isTimeUp && !(thrown instanceof AppError)
    ? outOfTime(exchange, thrown)
    : toAppError(thrown);
}

/** Whose time it was that is up: the client's while its body is missing, else the operation's. */
function outOfTime({ req }: Exchange, cause?: unknown): AppError {
  return !req.complete && announcesBody(req)
    ? new AppError('request_timeout', 'The body did not arrive in time.', { cause })
    : new AppError('operation_timeout', 'The operation took too long and was given up.', { cause });
}

/** True for the error of work that heeds the signal of a client who left. */
function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}

/** Defects are told whole; of what a client or a lost dependency causes only the class and the text are. */
function logRefusal(exchange: Exchange, error: AppError): void {
  const { code, cause } = error;
  if (code === 'internal_error') exchange.log.error({ err: cause ?? error }, 'request failed');
  else if (cause === undefined) return;
  else if (problemTypes[code].status >= INTERNAL)
    exchange.log.warn({ err: briefly(cause), problem: code }, 'request refused');
  else exchange.log.info({ err: briefly(cause), problem: code }, 'request refused');
}

/** Cuts an answer that fails after its first byte, so that nobody takes it for whole. */
function failLate(exchange: Exchange, error: AppError): void {
  const { log, res } = exchange;
  if (exchange.isTimeUp && error.cause !== undefined)
    log.warn({ err: asLogged(error.cause) }, 'work failed after its time was up');
  if (exchange.isOver || res.writableEnded) return;
  log.error({ err: error.cause ?? error }, 'an answer broke off');
  res.destroy();
}
