import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { ByteRange, Download } from '#src/http/handler/handler-types.ts';
import { attachmentDisposition } from '#src/http/reply/content-disposition.ts';
import { matchesETag } from '#src/http/reply/etag.ts';
import { readRange } from '#src/http/reply/range.ts';

/** Bytes of a known number, opened when they are to be sent. */
export interface ByteSource {
  readonly length: number;
  open(): Readable | Promise<Readable>;
}

/** An answer made of a file and of what the client asks of it. */
export interface DownloadReply {
  readonly status: 200 | 206 | 304;
  readonly headers: readonly string[];
  readonly source?: ByteSource;
}

const STRONG_TAG = /^"[\x21\x23-\x7e]*"$/;

/** The whole file, a range of it, or nothing new. Throws `UnsatisfiableRange`. */
export function answerDownload(
  file: Download,
  type: string,
  method: string,
  request: IncomingHttpHeaders,
): DownloadReply {
  if (!STRONG_TAG.test(file.etag)) throw new TypeError('The entity tag of a download has to be strong.');
  const lastModified = file.lastModified?.toUTCString();
  const validators = [
    'etag',
    file.etag,
    ...(lastModified === undefined ? [] : ['last-modified', lastModified]),
  ];
  const held = request['if-none-match'];
  if (held !== undefined && matchesETag(held, file.etag)) return { status: 304, headers: validators };
  const headers = [
    ...validators,
    'content-type',
    type,
    'accept-ranges',
    'bytes',
    'content-disposition',
    attachmentDisposition(file.fileName),
  ];
  const range = rangeOf(file, method, request, lastModified);
  if (range === undefined)
    return { status: 200, headers, source: sourceOf(file, { start: 0, end: file.sizeBytes - 1 }) };
  const contentRange = `bytes ${range.start}-${range.end}/${file.sizeBytes}`;
  return { status: 206, headers: [...headers, 'content-range', contentRange], source: sourceOf(file, range) };
}

function sourceOf(file: Download, range: ByteRange): ByteSource {
  return { length: range.end - range.start + 1, open: () => file.open(range) };
}

/** Only GET has ranges, and only of the very file that `If-Range` names. */
function rangeOf(
  file: Download,
  method: string,
  request: IncomingHttpHeaders,
  lastModified: string | undefined,
): ByteRange | undefined {
  const { range } = request;
  if (range === undefined || method !== 'GET') return undefined;
  const condition = request['if-range'];
  // A weak tag never equals, because the bytes behind it may differ.
  if (condition !== undefined && condition !== file.etag && condition !== lastModified) return undefined;
  return readRange(range, file.sizeBytes);
}
