import type { IncomingHttpHeaders } from 'node:http';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { AnyReply, RenderedReply } from '#src/http/handler/any-reply.ts';
import type { BinaryBody, Download, StreamEvent } from '#src/http/handler/handler-types.ts';
import { isUnchanged } from '#src/http/reply/preconditions.ts';
import type { Log } from '#src/platform/log.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** A reply that its own contract does not permit: a defect of this server, answered as 500. */
export class ReplyViolation extends Error {
  override readonly name = 'ReplyViolation';
}

/** Which JSON replies are held against their schema: `all` refuses a wrong one, `sample` only logs it. */
export type ReplyValidation = 'all' | 'sample' | 'off';

const SAMPLE_EVERY = 100;

/** Makes the answer for a file: the whole, a range of it, or that nothing is new. */
export type RenderDownload = (
  file: Download,
  type: string,
  method: string,
  request: IncomingHttpHeaders,
) => RenderedReply;

/** Renders replies by the compiled serializers and holds them against the contract. */
export class ReplyRenderer {
  readonly #contract: CompiledContract;
  readonly #validation: ReplyValidation;
  readonly #log: Log;
  readonly #download: RenderDownload;
  #rendered = 0;

  constructor(parts: {
    contract: CompiledContract;
    validation: ReplyValidation;
    log: Log;
    download: RenderDownload;
  }) {
    this.#contract = parts.contract;
    this.#validation = parts.validation;
    this.#log = parts.log;
    this.#download = parts.download;
  }

  /** Makes what a handler returned ready to be sent. Throws `ReplyViolation` for what the contract does not declare. */
  render(exchange: Exchange, record: OperationRecord, reply: AnyReply): RenderedReply {
    const headers = flatten(reply.headers);
    if (isHeld(exchange, record, reply)) return { rendered: true, status: 304, headers };
    if (reply.events !== undefined) {
      return {
        rendered: true,
        status: reply.status,
        headers: [...headers, 'content-type', 'text/event-stream; charset=utf-8', 'x-accel-buffering', 'no'],
        events: reply.events,
      };
    }
    if (reply.file !== undefined) {
      const { method = 'GET', headers: request } = exchange.req;
      return this.#download(reply.file, reply.type ?? 'application/octet-stream', method, request);
    }
    if (reply.type !== undefined) {
      return {
        rendered: true,
        status: reply.status,
        headers: [...headers, 'content-type', reply.type],
        body: reply.body as BinaryBody,
      };
    }
    if (reply.body === undefined) return { rendered: true, status: reply.status, headers };
    const body = this.#json(record.operationId, String(reply.status), reply.body);
    headers.push('content-type', JSON_TYPE);
    return { rendered: true, status: reply.status, headers, body };
  }

  /** True for an event that a stream of the operation may carry. */
  declaresEvent(record: OperationRecord, status: number, name: string): boolean {
    return this.#contract.serializers[record.operationId]?.[`${status}:${name}`] !== undefined;
  }

  /** The data of an event as JSON, which has no line breaks of its own. */
  eventData(record: OperationRecord, status: number, event: StreamEvent<string, unknown>): string {
    return this.#json(record.operationId, `${status}:${event.event}`, event.data);
  }

  #json(operationId: string, part: string, value: unknown): string {
    const serialize = this.#contract.serializers[operationId]?.[part];
    if (serialize === undefined)
      throw new ReplyViolation(`${operationId} declares no JSON reply with ${part}.`);
    const text = serialize(value as never);
    if (this.#validation === 'all') this.#check(operationId, part, text);
    else if (this.#validation === 'sample' && this.#rendered++ % SAMPLE_EVERY === 0) {
      this.#checkQuietly(operationId, part, text);
    }
    return text;
  }

  #checkQuietly(operationId: string, part: string, text: string): void {
    try {
      this.#check(operationId, part, text);
    } catch (error) {
      this.#log.error({ err: error, operation: operationId }, 'an answer broke the contract');
    }
  }

  #check(operationId: string, part: string, text: string): void {
    const validator = this.#contract.replyValidators[operationId]?.[part];
    if (validator === undefined || validator(JSON.parse(text))) return;
    const places = (validator.errors ?? []).map(
      (issue) => `${issue.instancePath || '/'} ${issue.message ?? issue.keyword}`,
    );
    throw new ReplyViolation(`${operationId} answered ${part} against its contract: ${places.join('; ')}`);
  }
}

function flatten(headers: AnyReply['headers']): string[] {
  const flat: string[] = [];
  if (headers === undefined) return flat;
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) flat.push(name, value);
  }
  return flat;
}

/**
 * A GET whose ETag the client already holds needs no body, where the contract declares 304. A file has its conditions
 * looked at where its range is.
 */
function isHeld(exchange: Exchange, record: OperationRecord, reply: AnyReply): boolean {
  if (record.method !== 'GET' || reply.status !== 200 || record.replies['304'] === undefined) return false;
  const etag = reply.headers?.etag;
  return etag !== undefined && isUnchanged(exchange.req.headers, { etag });
}
