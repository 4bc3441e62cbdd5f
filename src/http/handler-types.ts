import type { Readable } from 'node:stream';

/** A file part of a multipart body, already received and lying in a temporary file. */
export interface UploadedFile {
  /** Name the client gave, only to be shown; never a path. */
  readonly fileName: string;
  /** Media type the client claimed; the content decides. */
  readonly claimedType: string;
  readonly sizeBytes: number;
  /** Hash of the content, hexadecimal. */
  readonly sha256: string;
  /** Temporary file, removed when the request ends. */
  readonly path: string;
}

/** Body of a reply that is not JSON. */
export type BinaryBody = Readable | Uint8Array | string;

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
