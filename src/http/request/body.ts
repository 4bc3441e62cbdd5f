import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { AppError, type Violation, violation } from '#src/errors.ts';
import type { InputReader } from '#src/http/contract/input-reader.ts';
import type { BodyRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { BodyFailure } from '#src/http/exchange/held-request.ts';
import { faultsOf } from '#src/http/request/i-json.ts';

export const MULTIPART = 'multipart/form-data';
const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)"?/i;
const BYTE_ORDER_MARK = '\ufeff';

/** Media type of a `Content-Type` header, lower case, without parameters. */
export function mediaTypeOf(contentType: string): string {
  const semicolon = contentType.indexOf(';');
  return (semicolon < 0 ? contentType : contentType.slice(0, semicolon)).trim().toLowerCase();
}

/** True for the media types of JSON bodies. */
export function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

/** True when the request announces a body, by the framing rules of HTTP/1.1. */
export function announcesBody(req: IncomingMessage): boolean {
  const { headers } = req;
  if (headers['transfer-encoding'] !== undefined) return true;
  return headers['content-length'] !== undefined && headers['content-length'] !== '0';
}

/** Refuses a body of a type, charset, coding or announced size that the operation does not take. */
export function checkBodyHeaders(
  exchange: Exchange,
  body: BodyRecord | undefined,
  limit: number,
  reader: InputReader | undefined,
): void {
  const { headers } = exchange.req;
  if (!announcesBody(exchange.req)) return;
  const announced = Number(headers['content-length'] ?? 0);
  if (body === undefined) {
    if (announced > MAX_NOTHING_BYTES) throw unexpected();
    return;
  }
  checkType(headers['content-type'], body, reader);
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    throw new AppError('unsupported_media_type', 'The body must be sent without Content-Encoding.');
  }
  if (announced > limit) throw tooLarge(limit);
}

function checkType(contentType: string | undefined, body: BodyRecord, reader: InputReader | undefined): void {
  const type = mediaTypeOf(contentType ?? '');
  if (!body.types.includes(type) && reader?.takesType(type) !== true) {
    throw new AppError('unsupported_media_type', `The body must be sent as ${body.types.join(' or ')}.`);
  }
  if (type === contentType) return;
  const charset = CHARSET.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new AppError('unsupported_media_type', 'The body must be sent in UTF-8.');
  }
}

function tooLarge(limit: number): AppError {
  return new AppError('payload_too_large', `The body may have at most ${limit} bytes.`);
}

/**
 * Reads a whole body of at most `limit` bytes and goes on with it. Rejects with 413 or what is given past it, and with
 * 400 when the client breaks off. The time of the exchange bounds how long it may take.
 */
export function readBody(
  exchange: Exchange,
  limit: number,
  next: (body: Buffer) => void,
  refusal: () => AppError = () => tooLarge(limit),
): Promise<void> {
  const { req, res } = exchange;
  if (exchange.expectsContinue) res.writeContinue();
  return req.whole(limit).then(next, (failure: unknown) => {
    const isTooLarge = failure instanceof BodyFailure && failure.fault === 'too large';
    throw isTooLarge ? refusal() : brokenOff(failure);
  });
}

/** Room for white space around an empty object. */
const MAX_NOTHING_BYTES = 1024;
const NOTHING = /^(?:\xef\xbb\xbf)?[ \t\r\n]*(?:\{[ \t\r\n]*\}[ \t\r\n]*)?$/;

/**
 * Reads the body of an operation that takes none. Many clients send an empty object with each request, which says
 * nothing, whatever type it is called; anything else would be overlooked, and is refused.
 */
export function readNothing(exchange: Exchange): Promise<void> {
  const check = (bytes: Buffer): void => {
    if (!NOTHING.test(bytes.toString('latin1'))) throw unexpected();
  };
  return readBody(exchange, MAX_NOTHING_BYTES, check, unexpected);
}

function unexpected(): AppError {
  return violation('body', '', 'is not part of the contract', 'unexpected');
}

function brokenOff(cause?: unknown): AppError {
  return new AppError('malformed_request', 'The body broke off.', { cause });
}

export interface ParsedJson {
  readonly value: unknown;
  /** Its texts hold no coded characters, so they are what was sent. */
  readonly isPlain: boolean;
  /** What the value does not keep of the text. */
  readonly faults: readonly Violation[];
}

/** Parses a JSON body. The error names the position, never the text around it. */
export function parseJson(bytes: Buffer): ParsedJson {
  if (!isUtf8(bytes)) throw new AppError('malformed_json', 'The body is not well-formed UTF-8.');
  const sent = bytes.toString('utf8');
  const text = sent.startsWith(BYTE_ORDER_MARK) ? sent.slice(1) : sent;
  try {
    const value: unknown = JSON.parse(text);
    return { value, isPlain: !text.includes('\\u'), faults: faultsOf(text, value) };
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const where = position === undefined ? 'It ends too early.' : `The fault is at character ${position}.`;
    throw new AppError('malformed_json', `The body is not valid JSON. ${where}`);
  }
}
