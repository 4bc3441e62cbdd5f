import type { Readable } from 'node:stream';
import type { BinaryBody, Download, StreamEvent } from '#src/http/handler/handler-types.ts';

/** The reply of a handler without the types of its operation. */
export interface AnyReply {
  readonly status: number;
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly events?: AsyncIterable<StreamEvent<string, unknown>>;
  readonly file?: Download;
}

/** Bytes of a known number, opened when they are to be sent. */
export interface ByteSource {
  readonly length: number;
  open(): Readable | Promise<Readable>;
}

/** A reply ready to be sent. */
export interface RenderedReply {
  readonly rendered: true;
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body?: BinaryBody;
  /** Bytes that are opened only when they are sent, instead of a body. */
  readonly source?: ByteSource;
  readonly events?: AsyncIterable<StreamEvent<string, unknown>>;
}
