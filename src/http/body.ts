import type { IncomingMessage } from 'node:http';
import { AppError, violation } from '#src/errors.ts';
import type { Exchange } from '#src/http/exchange.ts';
import type { BodyRecord } from '#src/http/operation.ts';

export const MULTIPART = 'multipart/form-data';
/** Time that a body which is read as a whole may take. */
const WHOLE_BODY_MS = 60_000;
const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)"?/i;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Media type of a `Content-Type` header, lower case, without parameters. */
export function mediaTypeOf(contentType: string): string {
  const semicolon = contentType.indexOf(';');
  return (semicolon < 0 ? contentType : contentType.slice(0, semicolon)).trim().toLowerCase();
}

/** True when the request announces a body, by the framing rules of HTTP/1.1. */
export function announcesBody(req: IncomingMessage): boolean {
  const { headers } = req;
  if (headers['transfer-encoding'] !== undefined) return true;
  return headers['content-length'] !== undefined && headers['content-length'] !== '0';
}

/** Refuses a body of a type, charset, coding or announced size that the operation does not take. */
export function checkBodyHeaders(exchange: Exchange, body: BodyRecord | undefined, limit: number): void {
  const { headers } = exchange.req;
  if (!announcesBody(exchange.req)) return;
  if (body === undefined) {
    throw violation('body', '', 'is not part of the contract', 'unexpected');
  }
  checkType(headers['content-type'], body);
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    throw new AppError('unsupported_media_type', 'The body must be sent without Content-Encoding.');
  }
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit);
}

function checkType(contentType: string | undefined, body: BodyRecord): void {
  const type = mediaTypeOf(contentType ?? '');
  if (!body.types.includes(type)) {
    throw new AppError('unsupported_media_type', `The body must be sent as ${body.types.join(' or ')}.`);
  }
  const charset = CHARSET.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new AppError('unsupported_media_type', 'The body must be sent in UTF-8.');
  }
}

function tooLarge(limit: number): AppError {
  return new AppError('payload_too_large', `The body may have at most ${limit} bytes.`);
}

/** Reads a whole body of at most `limit` bytes. Rejects with 413 past it and with 400 when the client breaks off. */
export function readBody(exchange: Exchange, limit: number): Promise<Buffer> {
  const { req, res } = exchange;
  if (exchange.expectsContinue) res.writeContinue();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => reject(brokenOff()), WHOLE_BODY_MS);
    timer.unref();
    req.once('close', () => clearTimeout(timer));
    req.once('end', () => clearTimeout(timer));
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        req.removeAllListeners('data');
        req.pause();
        reject(tooLarge(limit));
      } else {
        chunks.push(chunk);
      }
    });
    req.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size)));
    req.on('error', (cause) => reject(brokenOff(cause)));
    req.on('close', () => {
      if (!req.complete) reject(brokenOff());
    });
  });
}

function brokenOff(cause?: unknown): AppError {
  return new AppError('malformed_request', 'The body broke off.', { cause });
}

/** Parses a JSON body. The error names the position, never the text around it. */
export function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    throw new AppError('malformed_json', 'The body is not well-formed UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const where = position === undefined ? 'It ends too early.' : `The fault is at character ${position}.`;
    throw new AppError('malformed_json', `The body is not valid JSON. ${where}`);
  }
}
