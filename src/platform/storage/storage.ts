import type { Readable } from 'node:stream';

/** The blobs cannot be reached at the moment: the caller may try again, nothing is wrong with the request. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface BlobFacts {
  readonly bytes: number;
  readonly modifiedAt: Date;
}

export interface BlobEntry extends BlobFacts {
  readonly key: string;
}

export interface BlobReading {
  /** Size of the whole blob, also when a range was asked for. */
  readonly bytes: number;
  /** To be read to its end or destroyed. */
  readonly stream: Readable;
}

export interface StorageOptions {
  /** Gives up; what was written until then is thrown away. */
  readonly signal?: AbortSignal;
}

/**
 * Blobs by key, on disk or in S3. A key is made by the gateway, such as `attachments/<uuid>`, and never from what a
 * user wrote. Every method throws `StorageUnavailableError` when the blobs cannot be reached.
 */
export interface Storage {
  readonly kind: 'disk' | 's3';
  /** Keeps a blob. It is not there before its last byte is, and a failed one leaves nothing. */
  put(key: string, source: Readable, options?: StorageOptions): Promise<{ readonly bytes: number }>;
  /** Keeps the bytes of a file, which nobody may write to any more; to remove it is fine. */
  putFile(key: string, path: string, options?: StorageOptions): Promise<{ readonly bytes: number }>;
  /** Undefined when there is no such blob. Throws `RangeError` for a range that does not lie in the blob. */
  read(key: string, range?: ByteRange, options?: StorageOptions): Promise<BlobReading | undefined>;
  stat(key: string): Promise<BlobFacts | undefined>;
  /** Does nothing when there is no such blob. */
  delete(key: string): Promise<void>;
  /** Blobs whose key begins with the prefix, in no promised order, a page at a time. */
  list(prefix: string): AsyncIterable<BlobEntry>;
  /** Resolves when blobs can be read and written. */
  ping(): Promise<void>;
  /** Throws away what unfinished writes left more than `olderThanMs` ago. Resolves to their number. */
  sweepUnfinished(olderThanMs: number): Promise<number>;
  close(): Promise<void>;
}

const KEY = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
const MAX_KEY = 200;

/** Throws for a key that is not of the gateway's making: such a one could name a place outside the storage. */
export function checkKey(key: string): void {
  if (key.length > MAX_KEY || !KEY.test(key)) throw new TypeError('The key of a blob has the wrong form.');
}

export function checkRange(range: ByteRange | undefined, bytes: number): void {
  if (range === undefined) return;
  const { start, end } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start || end >= bytes)
    throw new RangeError('The range does not lie in the blob.');
}
