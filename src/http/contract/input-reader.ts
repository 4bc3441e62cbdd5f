import type { InputPlace } from '#src/http/contract/operation.ts';

/** The parts of a request that hold parameters. */
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
  /** True for a media type that is accepted although the operation does not name it. */
  takesType(type: string): boolean;
  /** A body that is neither JSON nor multipart. */
  readBody(bytes: Buffer, type: string): unknown;
}
