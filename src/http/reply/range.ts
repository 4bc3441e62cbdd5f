import { AppError } from '#src/errors.ts';
import type { ByteRange } from '#src/http/handler/handler-types.ts';

const SINGLE_RANGE = /^bytes\s*=\s*(?:(\d+)-(\d*)|-(\d+))\s*$/i;

/** No byte of the range lies in the content. Its answer tells the length (`Content-Range: bytes` with a star). */
export class UnsatisfiableRange extends AppError {
  readonly sizeBytes: number;

  constructor(sizeBytes: number) {
    super('range_not_satisfiable', `The content has ${sizeBytes} bytes.`);
    this.sizeBytes = sizeBytes;
  }
}

/**
 * The part of `sizeBytes` that a `Range` header asks for. Undefined stands for the whole: for another unit, for a
 * header that cannot be read, and for several ranges, which a server may answer so and which save nobody a request.
 */
export function readRange(header: string, sizeBytes: number): ByteRange | undefined {
  const match = SINGLE_RANGE.exec(header);
  if (match === null) return undefined;
  const [, first, last, suffix] = match;
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), sizeBytes);
    if (length === 0) throw new UnsatisfiableRange(sizeBytes);
    return { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= sizeBytes) throw new UnsatisfiableRange(sizeBytes);
  return { start, end };
}
