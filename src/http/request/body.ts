import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { AppError, violation } from '#src/errors.ts';
import type { InputReader } from '#src/http/contract/input-reader.ts';
import type { BodyRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { BodyFailure } from '#src/http/exchange/held-request.ts';

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
  if (body === undefined) {
    throw violation('body', '', 'is not part of the contract', 'unexpected');
  }
  checkType(headers['content-type'], body, reader);
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    throw new AppError('unsupported_media_type', 'The body must be sent without Content-Encoding.');
  }
  const announced = Number(headers['content-length'] ?? 0);
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
 * Reads a whole body of at most `limit` bytes and goes on with it. Rejects with 413 past it, and with 400 when the
 * client breaks off. The time of the exchange bounds how long it may take.
 */
export function readBody(exchange: Exchange, limit: number, next: (body: Buffer) => void): Promise<void> {
  const { req, res } = exchange;
  if (exchange.expectsContinue) res.writeContinue();
  return req.whole(limit).then(next, (failure: unknown) => {
    const isTooLarge = failure instanceof BodyFailure && failure.fault === 'too large';
    throw isTooLarge ? tooLarge(limit) : brokenOff(failure);
  });
}

function brokenOff(cause?: unknown): AppError {
  return new AppError('malformed_request', 'The body broke off.', { cause });
}

export interface ParsedJson {
  readonly value: unknown;
  /** Its texts hold no coded characters, so they are what was sent. */
  readonly isPlain: boolean;
}

/** Parses a JSON body. The error names the position, never the text around it. */
export function parseJson(bytes: Buffer): ParsedJson {
  if (!isUtf8(bytes)) throw new AppError('malformed_json', 'The body is not well-formed UTF-8.');
  const text = bytes.toString('utf8');
  try {
    const value = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
    return { value, isPlain: !text.includes('\\u') };
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const where = position === undefined ? 'It ends too early.' : `The fault is at character ${position}.`;
    throw new AppError('malformed_json', `The body is not valid JSON. ${where}`);
  }
}
