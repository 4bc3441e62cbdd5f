import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { AnyReply, ByteSource, RenderedReply } from '#src/http/handler/any-reply.ts';
import { canBeginHead, sendText, startLine } from '#src/http/reply/answer-head.ts';
import { API_CONTENT_POLICY, type HeaderPolicy, linesOf } from '#src/http/reply/headers.ts';
import { closeAfterAnswer } from '#src/http/reply/lingering-close.ts';
import { PROBLEM_TYPE, toProblem } from '#src/http/reply/problem.ts';
import { announcesBody } from '#src/http/request/body.ts';

const DRAINABLE_BYTES = 65_536;
const REQUEST_TIMEOUT = 408;

const API_LINES = linesOf(['content-security-policy', API_CONTENT_POLICY]);
const API_LINES_NOT_KEPT = `${API_LINES}${linesOf(['cache-control', 'no-store'])}`;

/** Sends bytes as the client takes them. Resolves when the last one was handed over. */
export type SendBytes = (
  exchange: Exchange,
  status: number,
  headers: string[],
  body: Readable | ByteSource,
) => Promise<void>;

/** Writes replies and problems, with the headers that every answer of the API carries. */
export class Sender {
  readonly #policy: HeaderPolicy;
  readonly #sendBytes: SendBytes;
  readonly #beginsHeads = canBeginHead();
  /** Starts of heads without CORS by status, negative where the answer may be kept: made once, and the same for all. */
  readonly #starts = new Map<number, string>();

  constructor(policy: HeaderPolicy, sendBytes: SendBytes) {
    this.#policy = policy;
    this.#sendBytes = sendBytes;
  }

  /** Headers for each answer of the API, whichever stage it comes from. */
  common(exchange: Exchange): string[] {
    const headers = this.#policy.common(exchange.req.headers);
    headers.push('x-request-id', exchange.requestId, 'traceparent', exchange.traceparent);
    addOwn(headers, exchange);
    return headers;
  }

  /** All headers of a reply but its length. */
  head(exchange: Exchange, rendered: RenderedReply): string[] {
    const headers = this.common(exchange);
    headers.push(...rendered.headers, 'content-security-policy', API_CONTENT_POLICY);
    if (!rendered.headers.includes('cache-control')) headers.push('cache-control', 'no-store');
    return headers;
  }

  /** Sends a rendered reply. Resolves, or returns nothing, when the last byte was handed over. */
  reply(exchange: Exchange, rendered: RenderedReply): void | Promise<void> {
    const { res } = exchange;
    const { body, source } = rendered;
    if (typeof body === 'string' && this.#beginsHeads && mayBegin(exchange)) {
      this.#text(exchange, rendered, body);
      return;
    }
    const headers = this.head(exchange, rendered);
    if (source !== undefined) return this.#sendBytes(exchange, rendered.status, headers, source);
    if (body instanceof Readable) return this.#sendBytes(exchange, rendered.status, headers, body);
    if (body === undefined) {
      if (rendered.status !== 204 && rendered.status !== 304) headers.push('content-length', '0');
      res.writeHead(rendered.status, headers).end();
      return;
    }
    headers.push('content-length', String(Buffer.byteLength(body)));
    res.writeHead(rendered.status, headers);
    if (exchange.req.method === 'HEAD') res.end();
    else res.end(body);
  }

  /** A whole text. What is the same for all answers starts the head as it is, since it needs no check each time. */
  #text(exchange: Exchange, { status, headers: given }: RenderedReply, body: string): void {
    const { req, res, requestId, traceparent } = exchange;
    const length = Buffer.byteLength(body);
    const headers = ['content-length', String(length), ...given];
    addOwn(headers, exchange);
    const isKept = given.includes('cache-control');
    const start = this.#start(req.headers, status, isKept);
    const names = `x-request-id: ${requestId}\r\ntraceparent: ${traceparent}\r\n`;
    sendText(res, status, start + names, headers, body, length === body.length);
  }

  #start(request: IncomingHttpHeaders, status: number, isKept: boolean): string {
    const key = isKept ? -status : status;
    const known = request.origin === undefined ? this.#starts.get(key) : undefined;
    if (known !== undefined) return known;
    const start = startLine(status) + this.#policy.lines(request) + (isKept ? API_LINES : API_LINES_NOT_KEPT);
    if (request.origin === undefined) this.#starts.set(key, start);
    return start;
  }

  /** Sends an error. After the first byte of an answer the connection is cut, so that nobody takes it for whole. */
  problem(exchange: Exchange, error: AppError): void {
    const { req, res } = exchange;
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const { status, headers, body } = toProblem(error, exchange.requestId);
    const all = this.common(exchange);
    all.push(...headers, 'content-security-policy', API_CONTENT_POLICY, 'cache-control', 'no-store');
    all.push('content-type', PROBLEM_TYPE, 'content-length', String(Buffer.byteLength(body)));
    if (!req.complete && announcesBody(req)) this.#refuseRest(exchange, all, status);
    res.writeHead(status, all);
    res.end(req.method === 'HEAD' ? undefined : body);
  }

  /** A large body that nobody reads would be received in vain, so its connection ends with the answer. */
  #refuseRest(exchange: Exchange, headers: string[], status: number): void {
    const { req, res } = exchange;
    const rest = Number(req.headers['content-length'] ?? Number.POSITIVE_INFINITY);
    // What comes too slowly is not waited for, however little of it is left.
    if (rest <= DRAINABLE_BYTES && status !== REQUEST_TIMEOUT) return;
    headers.push('connection', 'close');
    closeAfterAnswer(req, res);
  }
}

/** False for HEAD and for an expected 100, whose heads are left to Node. */
function mayBegin({ req, expectsContinue }: Exchange): boolean {
  return req.method !== 'HEAD' && !expectsContinue;
}

/** Headers that the operation or its stages add to whatever answer. */
function addOwn(headers: string[], { record, stageHeaders }: Exchange): void {
  if (record?.deprecatedSince !== undefined || record?.sunset !== undefined)
    headers.push(...retirement(record));
  if (stageHeaders !== undefined) headers.push(...stageHeaders);
}

/** When an operation was deprecated (RFC 9745) and when it will be gone (RFC 8594). */
function retirement(record: OperationRecord): string[] {
  const headers: string[] = [];
  if (record.deprecatedSince !== undefined) {
    headers.push('deprecation', `@${Math.floor(Date.parse(record.deprecatedSince) / 1000)}`);
  }
  if (record.sunset !== undefined) headers.push('sunset', new Date(record.sunset).toUTCString());
  return headers;
}

/** Ends what a reply that nobody waits for would have sent. */
export function discardReply({ body, events }: AnyReply | RenderedReply): void {
  if (body instanceof Readable) body.destroy();
  const ended = events?.[Symbol.asyncIterator]().return?.();
  ended?.catch(() => undefined);
}
