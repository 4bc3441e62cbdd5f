import type { IncomingHttpHeaders } from 'node:http';
import type { ByteSource, RenderedReply } from '#src/http/handler/any-reply.ts';
import { attachmentDisposition } from '#src/http/handler/content-disposition.ts';
import type { ByteRange, Download } from '#src/http/handler/handler-types.ts';
import { isUnchanged } from '#src/http/reply/preconditions.ts';
import { readRange } from '#src/http/reply/range.ts';

const STRONG_TAG = /^"[\x21\x23-\x7e]*"$/;

/** The whole file, a range of it, or nothing new. Throws `precondition_failed` and `UnsatisfiableRange`. */
export function answerDownload(
  file: Download,
  type: string,
  method: string,
  request: IncomingHttpHeaders,
): RenderedReply {
  if (!STRONG_TAG.test(file.etag)) throw new TypeError('The entity tag of a download has to be strong.');
  const lastModified = file.lastModified?.toUTCString();
  const validators = [
    'etag',
    file.etag,
    ...(lastModified === undefined ? [] : ['last-modified', lastModified]),
  ];
  if (isUnchanged(request, file)) return { rendered: true, status: 304, headers: validators };
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
    return wholeOrPart(200, headers, sourceOf(file, { start: 0, end: file.sizeBytes - 1 }));
  const contentRange = `bytes ${range.start}-${range.end}/${file.sizeBytes}`;
  return wholeOrPart(206, [...headers, 'content-range', contentRange], sourceOf(file, range));
}

function wholeOrPart(status: 200 | 206, headers: readonly string[], source: ByteSource): RenderedReply {
  return { rendered: true, status, headers, source };
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
