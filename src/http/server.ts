import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '#src/errors.ts';
import { allowHeader, operationFor, type RouteMatch } from '#src/http/contract/route-match.ts';
import type { ContractBackend } from '#src/http/dispatch/contract-backend.ts';
import type { Drain } from '#src/http/exchange/drain.ts';
import { Exchange, type ExchangeScope } from '#src/http/exchange/exchange.ts';
import { HeldRequest } from '#src/http/exchange/held-request.ts';
import { RequestIdentities } from '#src/http/exchange/request-id.ts';
import { parseTarget } from '#src/http/exchange/request-target.ts';
import type { Pages } from '#src/http/pages/pages-on-demand.ts';
import type { HeaderPolicy } from '#src/http/reply/headers.ts';
import { toAppError } from '#src/http/reply/problem.ts';
import type { Sender } from '#src/http/reply/send.ts';
import type { LogFields } from '#src/platform/log.ts';
import type { Metrics } from '#src/platform/metrics.ts';

export interface ServerParts {
  readonly backend: ContractBackend;
  readonly sender: Sender;
  readonly policy: HeaderPolicy;
  readonly scope: ExchangeScope;
  readonly metrics: Metrics;
  readonly drain: Drain;
  /** Express application for everything the contract does not hold. */
  readonly pages: Pages;
}

const MAX_HEADER_BYTES = 16_384;
const HEADERS_TIMEOUT_MS = 20_000;
/** Only a last resort: bodies are given up when nothing comes any more, and a large upload may take long. */
const REQUEST_TIMEOUT_MS = 3_600_000;
const KEEP_ALIVE_MS = 65_000;
const SHUTDOWN_RETRY_SECONDS = 2;

/** Makes the HTTP server: the contract's operations first, Express for the rest. */
export function createGatewayServer(parts: ServerParts): Server {
  const identities = new RequestIdentities();
  const begin = (req: HeldRequest, res: ServerResponse): Exchange =>
    new Exchange(req, res, parts.scope, identities.identify(req.headers));
  const listener: RequestListener<typeof HeldRequest> = (req, res) => accept(parts, begin(req, res));
  const server = createServer(
    {
      IncomingMessage: HeldRequest,
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Of two Authorization or Content-Type headers Node would take the first and drop the other.
      joinDuplicateHeaders: true,
    },
    listener,
  );
  server.on('checkContinue', (req: HeldRequest, res: ServerResponse) => {
    const exchange = begin(req, res);
    exchange.expectsContinue = true;
    accept(parts, exchange);
  });
  server.on('checkExpectation', listener);
  server.on('clientError', refuseUnreadable);
  return server;
}

function accept(parts: ServerParts, exchange: Exchange): void {
  parts.drain.enter();
  exchange.res.on('close', () => finish(parts, exchange));
  try {
    const pending = route(parts, exchange);
    if (pending instanceof Promise) pending.catch((error) => fail(parts, exchange, error));
  } catch (error) {
    fail(parts, exchange, error);
  }
}

function route(parts: ServerParts, exchange: Exchange): void | Promise<void> {
  const { req, res } = exchange;
  exchange.target = parseTarget(req.url ?? '/');
  const match = parts.backend.compiled.match(exchange.target.path);
  if (parts.drain.draining && !staysOpenWhileDraining(match)) {
    res.shouldKeepAlive = false;
    throw new AppError('shutting_down', 'The server is shutting down. Try again in a moment.', {
      retryAfterSeconds: SHUTDOWN_RETRY_SECONDS,
    });
  }
  if (match === undefined) return parts.pages(req, res, exchange);
  const method = req.method ?? 'GET';
  const operationId = operationFor(match.methods, method);
  if (operationId === undefined) return answerMethod(parts, exchange, match, method);
  exchange.pathValues = match.values;
  return parts.backend.dispatch(exchange, operationId);
}

/** Probes keep their own answer, so that a draining server is told from a dead one. */
function staysOpenWhileDraining(match: RouteMatch | undefined): boolean {
  const id = match?.methods.GET;
  return id === 'getHealth' || id === 'getReadiness' || id === 'getMetrics';
}

function answerMethod(parts: ServerParts, exchange: Exchange, match: RouteMatch, method: string): void {
  const allow = allowHeader(match.methods);
  if (method !== 'OPTIONS') {
    const error = new AppError('method_not_allowed', `This path takes ${allow}.`);
    parts.sender.problem(exchange, error, ['allow', allow]);
    return;
  }
  const headers = ['allow', allow, ...parts.policy.preflight(exchange.req.headers, allow)];
  void parts.sender.reply(exchange, { status: 204, headers });
}

function fail(parts: ServerParts, exchange: Exchange, thrown: unknown): void {
  const error = toAppError(thrown);
  if (exchange.res.destroyed && !exchange.res.headersSent) return;
  if (error.code === 'internal_error') exchange.log.error({ err: error.cause ?? error }, 'request failed');
  else if (error.cause !== undefined)
    exchange.log.warn({ err: error.cause, code: error.code }, 'request refused');
  try {
    parts.sender.problem(exchange, error);
  } catch (cause) {
    exchange.log.error({ err: cause }, 'the error could not be sent');
    exchange.res.destroy();
  }
}

/** One line and one observation for each request, named by the contract and never by the raw path. */
function finish(parts: ServerParts, exchange: Exchange): void {
  const { req, res, record } = exchange;
  const seconds = (performance.now() - exchange.startedAt) / 1000;
  const status = res.headersSent ? res.statusCode : 499;
  parts.metrics.observeRequest(record?.operationId ?? 'none', req.method ?? '', status, seconds);
  parts.scope.log.info(lineOf(exchange, status, seconds), 'request');
  const closing = exchange.close();
  if (closing === undefined) parts.drain.leave();
  else
    closing.then(
      () => parts.drain.leave(),
      (error) => {
        parts.drain.leave();
        exchange.log.warn({ err: error }, 'temporary files could not be removed');
      },
    );
}

function lineOf({ req, record, actor, requestId }: Exchange, status: number, seconds: number): LogFields {
  const line: Record<string, string | number | undefined> = {
    request_id: requestId,
    method: req.method,
    route: record?.path ?? '-',
    operation: record?.operationId ?? 'none',
    status,
    duration_ms: Math.round(seconds * 10_000) / 10,
  };
  if (actor !== undefined) line.user_id = actor.userId;
  return line;
}

/** What the HTTP parser itself refuses has no request yet, only a socket. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({
    type: 'urn:voiceassist:problem:malformed_request',
    title: 'The request is malformed',
    status: 400,
    detail: 'The request cannot be read as HTTP/1.1 within the limits of this server.',
    instance: 'urn:voiceassist:request:none',
    code: 'malformed_request',
    request_id: 'none',
  });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${body}`,
  );
}
