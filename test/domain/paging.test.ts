import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CursorForm,
  cursorTime,
  cursorUuid,
  type PageRequest,
  startOf,
  toPage,
} from '#src/domain/paging.ts';

/** A list of numbers, whose cursor holds the last one. */
const form: CursorForm<number, number> = {
  list: 'numbers',
  keyOf: (row) => [row],
  parse: ([part]) => (typeof part === 'number' ? part : undefined),
};
const request = (change: Partial<PageRequest> = {}): PageRequest => ({
  size: 3,
  cursor: undefined,
  page: undefined,
  ...change,
});

/** The rows of a page as a store fetches them: one more than asked for. */
function fetch(rows: readonly number[], asked: PageRequest): number[] {
  const start = startOf(asked, form);
  const from = 'offset' in start ? start.offset : rows.filter((row) => row <= start.after).length;
  return rows.slice(from, from + asked.size + 1);
}

const pageOf = (rows: readonly number[], asked: PageRequest) =>
  toPage(fetch(rows, asked), rows.length, asked, form);

describe('a list in pages', () => {
  const ascending = fc
    .uniqueArray(fc.integer(), { maxLength: 30 })
    .map((rows) => rows.toSorted((a, b) => a - b));

  it('shows every row once by cursor', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const page = pageOf(rows, request({ size, cursor }));
          expect(page.items.length).toBeLessThanOrEqual(size);
          expect(page.items.length > 0 || rows.length === 0).toBe(true);
          seen.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== undefined);
        expect(seen).toEqual(rows);
      }),
    );
  });

  it('shows every row once by number', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const pages = Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
          pageOf(rows, request({ size, page: index + 1 })),
        );
        expect(pages.flatMap(({ items }) => items)).toEqual(rows);
      }),
    );
  });

  it('has the number of a page only when it was asked for by number', () => {
    expect(pageOf([1, 2], request({ page: 1 })).page).toBe(1);
    expect(pageOf([1, 2], request()).page).toBe(undefined);
  });
});

describe('startOf', () => {
  it('refuses a cursor together with a page', () => {
    expect(() => startOf(request({ cursor: 'x', page: 1 }), form)).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });

  it('refuses a numbered page that ends after row 10,000', () => {
    expect(startOf(request({ size: 100, page: 100 }), form)).toEqual({ offset: 9_900 });
    expect(() => startOf(request({ size: 100, page: 101 }), form)).toThrow(
      expect.objectContaining({ code: 'page_too_deep' }),
    );
  });

  it('refuses any text that is no cursor of the list', () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const others = [
      '',
      'x',
      encode(['words', 1]),
      encode(['numbers']),
      encode({ 0: 'numbers' }),
      encode(null),
    ];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...others), fc.string()), (cursor) => {
        expect(() => startOf(request({ cursor }), form)).toThrow(
          expect.objectContaining({ code: 'invalid_cursor' }),
        );
      }),
    );
  });
});

describe('the parts of a cursor', () => {
  it('are a uuid in lower case, or nothing', () => {
    const uuid = '0192f3c5-1c30-7e5a-9f77-000000000001';
    expect(cursorUuid(uuid)).toBe(uuid);
    for (const wrong of [uuid.toUpperCase(), `${uuid}\n`, uuid.slice(1), 7, null, undefined])
      expect(cursorUuid(wrong)).toBe(undefined);
  });

  it('are a time that a Date can hold, or nothing', () => {
    expect(cursorTime(1_700_000_000_000)).toEqual(new Date(1_700_000_000_000));
    for (const wrong of [1.5, 1e99, 8.64e15 + 1, -9e15, Number.NaN, '1', null, undefined])
      expect(cursorTime(wrong)).toBe(undefined);
  });
});
