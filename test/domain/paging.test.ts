import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CursorForm,
  Cursors,
  cursorTime,
  cursorUuid,
  type ListScope,
  type PageRequest,
} from '#src/domain/paging.ts';
import { createSecrets } from '#src/platform/secrets.ts';

const KEYS = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
const scope: ListScope = { owner: 'ada', filters: [true, undefined, 'ward'] };
const listOf = (keys: readonly Buffer[], at: ListScope = scope, of = form) =>
  new Cursors(createSecrets(keys)).of(of, at);

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
const list = listOf([KEYS[0]]);
const startOf = (asked: PageRequest) => list.startOf(asked);

function fetch(rows: readonly number[], asked: PageRequest): number[] {
  const start = startOf(asked);
  const from = 'offset' in start ? start.offset : rows.filter((row) => row <= start.after).length;
  return rows.slice(from, from + asked.size + 1);
}

const pageOf = (rows: readonly number[], asked: PageRequest) =>
  list.toPage(fetch(rows, asked), rows.length, asked);

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
    expect(() => startOf(request({ cursor: 'x', page: 1 }))).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });

  it('refuses a numbered page that ends after row 10,000', () => {
    expect(startOf(request({ size: 100, page: 100 }))).toEqual({ offset: 9_900 });
    expect(() => startOf(request({ size: 100, page: 101 }))).toThrow(
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
        expect(() => startOf(request({ cursor }))).toThrow(
          expect.objectContaining({ code: 'invalid_cursor' }),
        );
      }),
    );
  });
});

describe('a cursor', () => {
  const cursor = (keys: readonly Buffer[], at = scope) =>
    listOf(keys, at).toPage([7, 8, 9, 10], 4, request()).nextCursor ?? '';
  const refused = expect.objectContaining({
    code: 'invalid_cursor',
    violations: [expect.objectContaining({ in: 'query', path: '/cursor' })],
  });

  it('is good for the list, owner and filters that it was made for, and for nothing else', () => {
    const text = cursor([KEYS[0]]);
    expect(list.startOf(request({ cursor: text }))).toEqual({ after: 9 });
    const others: ListScope[] = [
      { owner: 'bob', filters: scope.filters },
      { owner: 'ada', filters: [false, undefined, 'ward'] },
      { owner: 'ada', filters: [true, undefined, 'war'] },
      { owner: 'ada', filters: [true, undefined, ['ward']] },
      { owner: 'ada', filters: [true, undefined] },
      { owner: 'ada', filters: [] },
    ];
    for (const other of others)
      expect(() => listOf([KEYS[0]], other).startOf(request({ cursor: text }))).toThrow(refused);
    const words = listOf([KEYS[0]], scope, { ...form, list: 'words' });
    expect(() => words.startOf(request({ cursor: text }))).toThrow(refused);
  });

  it('is good while its key is known, and not after that', () => {
    const text = cursor([KEYS[0]]);
    const [old, next] = KEYS;
    for (const keys of [
      [old, next],
      [next, old],
    ])
      expect(listOf(keys).startOf(request({ cursor: text }))).toEqual({ after: 9 });
    expect(() => listOf([next]).startOf(request({ cursor: text }))).toThrow(refused);
    expect(listOf([next, old]).startOf(request({ cursor: cursor([next, old]) }))).toEqual({ after: 9 });
  });

  it('is refused when anything in it is changed, cut off or added', () => {
    const text = cursor([KEYS[0]]);
    const bytes = Buffer.from(text, 'base64url');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ bits;
        for (const wrong of [changed, bytes.subarray(0, at), Buffer.concat([bytes, changed.subarray(0, 1)])])
          expect(() => startOf(request({ cursor: wrong.toString('base64url') }))).toThrow(refused);
      }),
    );
    for (const wrong of [` ${text}`, `${text}=`, `${text}\n`, text.replace(/.$/, '+')])
      expect(() => startOf(request({ cursor: wrong }))).toThrow(refused);
  });

  it('shows nothing of the position, and is never the same twice', () => {
    const [one, two] = [cursor([KEYS[0]]), cursor([KEYS[0]])];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toMatch(/\[9\]|numbers|ada|ward/);
  });

  it('of an older form is refused', () => {
    const older = listOf([KEYS[0]], scope, { ...form, keyOf: () => ['nine'] });
    const text = older.toPage([1, 2, 3, 4], 4, request()).nextCursor ?? '';
    expect(() => startOf(request({ cursor: text }))).toThrow(refused);
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
