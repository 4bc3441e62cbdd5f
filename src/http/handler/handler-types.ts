import type { Readable } from 'node:stream';

/** A file part of a multipart body, already received and lying in a temporary file. */
export interface UploadedFile {
  /** Name the client gave, only to be shown; never a path. */
  readonly fileName: string;
  /** Media type the client claimed; the content decides. */
  readonly claimedType: string;
  readonly sizeBytes: number;
  /** Media type that the content shows; `application/octet-stream` when it shows none. */
  readonly detectedType: string;
  /** Hash of the content, hexadecimal. */
  readonly sha256: string;
  /** Temporary file, removed when the request ends. */
  readonly path: string;
}

/** Body of a reply that is not JSON. */
export type BinaryBody = Readable | Uint8Array | string;

/** Bytes of a file from `start` to `end`, both counted from 0 and included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file that a handler answers with; the pipeline sends the whole, a range, or only that nothing is new. */
export interface Download {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Strong entity tag with its quotes: the same tag promises the same bytes. */
  readonly etag: string;
  readonly lastModified?: Date;
  /** Opens exactly the given bytes. Is called at most once, and not for HEAD, 304, 416 or an empty file. */
  open(range: ByteRange): Readable | Promise<Readable>;
}

/** One event of a `text/event-stream` reply. */
export interface StreamEvent<Name extends string, Data> {
  readonly event: Name;
  readonly data: Data;
  /** Position to resume after, sent as the event id. */
  readonly id?: string;
}

/** The same value, not to be changed at any depth. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Immutable<T[Name]> }
    : T;
