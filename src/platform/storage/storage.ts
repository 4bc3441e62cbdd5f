import type { Readable } from 'node:stream';

/** The storage cannot be reached at the moment: the caller can try again, and the request is correct. */
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
  /** Size of the whole blob, also when a range was requested. */
  readonly bytes: number;
  /** Must be read to its end or destroyed. */
  readonly stream: Readable;
}

export interface StorageOptions {
  /** Aborts the call; what was written is removed. */
  readonly signal?: AbortSignal;
}

/**
 * Blobs by key, on disk or in S3. The gateway makes the keys, such as `attachments/<uuid>`, and never from a user's
 * text. Every method throws `StorageUnavailableError` when the storage cannot be reached.
 */
export interface Storage {
  readonly kind: 'disk' | 's3';
  /** Stores a blob. It exists only after its last byte, and a failure leaves nothing. */
  put(key: string, source: Readable, options?: StorageOptions): Promise<{ readonly bytes: number }>;
  /** Stores the bytes of a file, which must not be written any more; it may be removed afterwards. */
  putFile(key: string, path: string, options?: StorageOptions): Promise<{ readonly bytes: number }>;
  /** Undefined when there is no such blob. Throws `RangeError` for a range outside of the blob. */
  read(key: string, range?: ByteRange, options?: StorageOptions): Promise<BlobReading | undefined>;
  stat(key: string): Promise<BlobFacts | undefined>;
  /** Does nothing when there is no such blob. */
  delete(key: string): Promise<void>;
  /** Blobs whose key begins with the prefix, a page at a time, in no particular order. */
  list(prefix: string): AsyncIterable<BlobEntry>;
  /** Resolves when blobs can be read and written. */
  ping(): Promise<void>;
  /** Removes what unfinished writes left more than `olderThanMs` ago. Resolves to the number of files. */
  sweepUnfinished(olderThanMs: number): Promise<number>;
  close(): Promise<void>;
}

const KEY = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
const MAX_KEY = 200;

/** Throws for a malformed key, which could name a place outside of the storage. */
export function checkKey(key: string): void {
  if (key.length > MAX_KEY || !KEY.test(key)) throw new TypeError('The key of a blob has the wrong form.');
}

export function checkRange(range: ByteRange | undefined, bytes: number): void {
  if (range === undefined) return;
  const { start, end } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start || end >= bytes)
    throw new RangeError('The range does not lie in the blob.');
}
