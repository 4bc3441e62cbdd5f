import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { AppError } from '#src/errors.ts';
import type { InputReader } from '#src/http/contract/input-reader.ts';
import {
  readCookies,
  readHeaders,
  readPath,
  readQuery,
  type StyledParameter,
} from '#src/http/foreign/styled-parameters.ts';

/** Media type of forms without files. */
const FORM = 'application/x-www-form-urlencoded';

/** The input of an operation in forms that our own contract does not use. The table of these is generated. */
export interface ForeignInput {
  readonly path: readonly StyledParameter[];
  readonly query: readonly StyledParameter[];
  readonly header: readonly StyledParameter[];
  readonly cookie: readonly StyledParameter[];
  /** Fields of a form without files. */
  readonly form: readonly StyledParameter[];
  /** Ranges of media types, such as `image/*`. */
  readonly ranges: readonly string[];
}

/** A reader for each operation, by operationId. */
export function foreignReaders(
  inputs: Readonly<Record<string, ForeignInput>>,
): Readonly<Record<string, InputReader>> {
  return Object.fromEntries(Object.entries(inputs).map(([id, input]) => [id, foreignReader(input)]));
}

function foreignReader({ path, query, header, cookie, form, ranges }: ForeignInput): InputReader {
  return {
    readParameters: (source) => ({
      ...(path.length > 0 && { path: readPath(source.pathValues, path) }),
      ...((query.length > 0 || source.query !== '') && { query: readQuery(source.query, query) }),
      ...(header.length > 0 && { header: readHeaders(source.headers, header) }),
      ...(cookie.length > 0 && { cookie: readCookies(source.headers.cookie, cookie) }),
    }),
    takesType: (type) => ranges.some((range) => range === '*/*' || type.startsWith(range.slice(0, -1))),
    readBody: (bytes, type) => (type === FORM ? readForm(bytes, form) : Readable.from([bytes])),
  };
}

/** Reads a form without files; its fields are written like query parameters. */
function readForm(bytes: Buffer, fields: readonly StyledParameter[]): Record<string, unknown> {
  if (!isUtf8(bytes)) throw new AppError('malformed_request', 'The form is not well-formed UTF-8.');
  try {
    return readQuery(bytes.toString('utf8'), fields);
  } catch (cause) {
    throw new AppError('malformed_request', 'The form is not well-formed.', { cause });
  }
}
