import { problemTypes } from '#generated/problems.gen.ts';
import type { AppError } from '#src/errors.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { Log, LogFields } from '#src/platform/log.ts';
import type { Metrics } from '#src/platform/metrics.ts';

/** Status by which a request is counted whose client left before its answer. */
const CLIENT_LEFT = 499;

/** Writes one line and one observation for each request, named by the contract and never by the raw path. */
export function finish(metrics: Metrics, log: Log): (exchange: Exchange) => void {
  return (exchange) => {
    const { res, record, method } = exchange;
    const seconds = (performance.now() - exchange.startedAt) / 1000;
    const status = res.headersSent ? res.statusCode : CLIENT_LEFT;
    metrics.observeRequest(record?.operationId ?? 'none', method, status, seconds);
    log.info(lineOf(exchange, status, seconds), 'request');
  };
}

/** Does the same for a request that never became an exchange. */
export function finishUnreadable(
  metrics: Metrics,
  log: Log,
): (method: string, error: AppError, requestId: string) => void {
  return (method, { code }, requestId) => {
    const { status } = problemTypes[code];
    metrics.observeRequest('none', method, status, 0);
    log.info(
      {
        request_id: requestId,
        method,
        route: '-',
        operation: 'none',
        status,
        duration_ms: 0,
        problem: code,
      },
      'request',
    );
  };
}

function lineOf({ method, record, actor, requestId }: Exchange, status: number, seconds: number): LogFields {
  const line: Record<string, string | number | undefined> = {
    request_id: requestId,
    method,
    route: record?.path ?? '-',
    operation: record?.operationId ?? 'none',
    status,
    duration_ms: Math.round(seconds * 10_000) / 10,
  };
  if (actor !== undefined) line.user_id = actor.userId;
  return line;
}
