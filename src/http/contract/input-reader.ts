import type { InputPlace } from '#src/http/contract/operation.ts';

/** What of a request parameters are read from. */
export interface ParameterSource {
  /** Values of the path parameters in their order, decoded. */
  readonly pathValues: readonly string[];
  /** Everything behind the `?`, as sent. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Reads the input of an operation that is written in other forms than those of our own contract. */
export interface InputReader {
  readParameters(source: ParameterSource): Readonly<Partial<Record<InputPlace, Record<string, unknown>>>>;
  /** Whether a body of the media type is taken, beside those that the operation names. */
  takesType(type: string): boolean;
  /** A body that is neither JSON nor multipart. */
  readBody(bytes: Buffer, type: string): unknown;
}
