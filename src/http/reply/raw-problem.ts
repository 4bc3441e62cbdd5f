import { STATUS_CODES } from 'node:http';
import type { AppError } from '#src/errors.ts';
import { PROBLEM_TYPE, toProblem } from '#src/http/reply/problem.ts';

/** A whole answer as text, for a connection whose request could not be read and so has no response object. */
export function rawProblem(error: AppError, requestId: string, extra: readonly string[] = []): string {
  const { status, headers, body } = toProblem(error, requestId);
  const all = [
    ...headers,
    ...extra,
    'content-type',
    PROBLEM_TYPE,
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
    'x-content-type-options',
    'nosniff',
    'x-request-id',
    requestId,
    'connection',
    'close',
  ];
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`];
  for (let i = 0; i < all.length; i += 2) lines.push(`${all[i]}: ${all[i + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
