import { AppError, violation } from '#src/errors.ts';
import { isUuid } from '#src/platform/ids.ts';
import type { Secrets } from '#src/platform/secrets.ts';

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
  /** Name of the list with its order: a cursor of one list is not good for another. */
  readonly list: string;
  keyOf(row: T): readonly (string | number)[];
  /** Undefined when the parts are no position of this list. */
  parse(parts: readonly unknown[]): Key | undefined;
}

/** A value that a list is narrowed by. */
export type Filter = string | number | boolean | undefined | readonly string[];

/** Whose list it is and what it shows, which its cursors are good for alone. */
export interface ListScope {
  /** The user, or the share link, whose list it is. */
  readonly owner: string;
  /** Every filter in the order of the list, also those that are not used. */
  readonly filters: readonly Filter[];
}

/**
 * Makes the cursors of every list. They are sealed, since a position tells what the page does not, such as a name or how
 * much is hidden, and since what a client could write would have to be checked like any other input.
 */
export class Cursors {
  readonly #secrets: Secrets;

  constructor(secrets: Secrets) {
    this.#secrets = secrets.derived('cursors');
  }

  of<T, Key>(form: CursorForm<T, Key>, { owner, filters }: ListScope): PagedList<T, Key> {
    const purpose = JSON.stringify([form.list, owner, ...filters.map((filter) => filter ?? null)]);
    return new PagedList(form, this.#secrets, purpose);
  }
}

/** One list of one owner under its filters, in pages. */
export class PagedList<T, Key> {
  readonly #form: CursorForm<T, Key>;
  readonly #secrets: Secrets;
  readonly #purpose: string;

  constructor(form: CursorForm<T, Key>, secrets: Secrets, purpose: string) {
    this.#form = form;
    this.#secrets = secrets;
    this.#purpose = purpose;
  }

  /** Reads the start of a page. Throws `invalid_cursor`, `page_too_deep` or `validation_failed`. */
  startOf({ cursor, page, size }: PageRequest): Start<Key> {
    if (cursor !== undefined && page !== undefined)
      throw violation('query', '/page', 'cannot be combined with cursor', 'not');
    if (cursor !== undefined) return { after: this.#read(cursor) };
    const offset = ((page ?? 1) - 1) * size;
    if (offset + size > NUMBERED_ROWS) {
      throw new AppError('page_too_deep', `Numbered pages end at row ${NUMBERED_ROWS}. Go on with cursor.`, {
        violations: [{ in: 'query', path: '/page', message: 'lies too deep; use cursor', rule: 'maximum' }],
      });
    }
    return { offset };
  }

  /** Makes the page of rows of which one more than asked for was fetched. */
  toPage(rows: readonly T[], total: number, request: PageRequest): Page<T> {
    const items = rows.slice(0, request.size);
    const last = items.at(-1);
    const more = rows.length > request.size && last !== undefined;
    return {
      items,
      size: request.size,
      total,
      nextCursor: more ? this.#write(last) : undefined,
      page: request.cursor === undefined ? request.page : undefined,
    };
  }

  #write(row: T): string {
    return this.#secrets.seal(JSON.stringify(this.#form.keyOf(row)), this.#purpose).toString('base64url');
  }

  #read(cursor: string): Key {
    const key = this.#form.parse(this.#open(cursor));
    if (key !== undefined) return key;
    const detail = 'The cursor is none of this list with these filters. Start again without it.';
    throw new AppError('invalid_cursor', detail, {
      violations: [{ in: 'query', path: '/cursor', message: 'is none of this list', rule: 'cursor' }],
    });
  }

  /** What is not sealed by a key of ours for this list has no parts. */
  #open(cursor: string): readonly unknown[] {
    if (!SEALED.test(cursor)) return [];
    try {
      const parts: unknown = JSON.parse(this.#secrets.open(Buffer.from(cursor, 'base64url'), this.#purpose));
      return Array.isArray(parts) ? parts : [];
    } catch {
      return [];
    }
  }
}

const SEALED = /^[A-Za-z0-9_-]+$/;

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
