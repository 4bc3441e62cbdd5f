import { AppError } from '#src/errors.ts';
import { isUuid } from '#src/platform/ids.ts';

/** Rows that numbered pages reach; past them only a cursor has constant cost. */
export const NUMBERED_ROWS = 10_000;

/** The requested page: by cursor, by number, or the first one. */
export interface PageRequest {
  readonly size: number;
  readonly cursor: string | undefined;
  readonly page: number | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly size: number;
  readonly total: number;
  readonly nextCursor: string | undefined;
  readonly page: number | undefined;
}

/** The start of a query: after a row, or after a number of rows. */
export type Start<Key> = { readonly after: Key } | { readonly offset: number };

/** Writes the position of a row into a cursor and reads it back. */
export interface CursorForm<T, Key> {
  /** Name of the list and its filters: a cursor of one list is not good for another. */
  readonly list: string;
  keyOf(row: T): readonly (string | number)[];
  /** Undefined when the parts are no position of this list. */
  parse(parts: readonly unknown[]): Key | undefined;
}

/** Reads the start of a page. Throws `invalid_cursor`, `page_too_deep` or `validation_failed`. */
export function startOf<T, Key>(request: PageRequest, form: CursorForm<T, Key>): Start<Key> {
  if (request.cursor !== undefined && request.page !== undefined) {
    throw new AppError('validation_failed', 'The request does not satisfy the contract; see errors.', {
      violations: [{ in: 'query', path: '/page', message: 'cannot be combined with cursor', rule: 'not' }],
    });
  }
  if (request.cursor !== undefined) return { after: readCursor(request.cursor, form) };
  const offset = ((request.page ?? 1) - 1) * request.size;
  if (offset + request.size > NUMBERED_ROWS) {
    throw new AppError('page_too_deep', `Numbered pages end at row ${NUMBERED_ROWS}. Go on with cursor.`, {
      violations: [{ in: 'query', path: '/page', message: 'lies too deep; use cursor', rule: 'maximum' }],
    });
  }
  return { offset };
}

/** Makes the page of rows of which one more than asked for was fetched. */
export function toPage<T, Key>(
  rows: readonly T[],
  total: number,
  request: PageRequest,
  form: CursorForm<T, Key>,
): Page<T> {
  const items = rows.slice(0, request.size);
  const last = items.at(-1);
  const more = rows.length > request.size && last !== undefined;
  return {
    items,
    size: request.size,
    total,
    nextCursor: more ? writeCursor(form, last) : undefined,
    page: request.cursor === undefined ? request.page : undefined,
  };
}

function writeCursor<T, Key>(form: CursorForm<T, Key>, row: T): string {
  return Buffer.from(JSON.stringify([form.list, ...form.keyOf(row)])).toString('base64url');
}

function readCursor<T, Key>(cursor: string, form: CursorForm<T, Key>): Key {
  const [list, ...parts] = decode(cursor);
  const key = list === form.list ? form.parse(parts) : undefined;
  if (key === undefined) {
    throw new AppError('invalid_cursor', 'The cursor is not one of this list. Start again without it.');
  }
  return key;
}

function decode(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** A uuid out of a cursor, or undefined. */
export function cursorUuid(part: unknown): string | undefined {
  return isUuid(part) ? part : undefined;
}

/** A time in milliseconds out of a cursor, or undefined. */
export function cursorTime(part: unknown): Date | undefined {
  return typeof part === 'number' && Number.isSafeInteger(part) && Math.abs(part) < 8.64e15
    ? new Date(part)
    : undefined;
}
