import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationsOf } from '#src/domain/conversations/message-citations.ts';

describe('citationsOf', () => {
  it('reads the citations of an answer of the assistant only', () => {
    const metadata = {
      citations: [{ number: 7, title: 'Guideline', quote: 'q', page_number: 2, score: 0.5 }],
    };
    expect(citationsOf({ role: 'assistant', metadata })).toEqual([
      {
        number: 7,
        documentId: undefined,
        chunkId: undefined,
        title: 'Guideline',
        quote: 'q',
        pageNumber: 2,
        url: undefined,
        score: 0.5,
      },
    ]);
    for (const role of ['user', 'system'] as const) expect(citationsOf({ role, metadata })).toEqual([]);
  });

  it('numbers a citation without a number by its place', () => {
    const metadata = { citations: ['broken', { title: 'Second' }, { title: 'Third', number: -1 }] };
    expect(citationsOf({ role: 'assistant', metadata }).map(({ number }) => number)).toEqual([2, 3]);
  });

  it('returns well-formed citations for any metadata', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (value, entries) => {
        for (const citations of [value, entries]) {
          for (const citation of citationsOf({ role: 'assistant', metadata: { citations } })) {
            expect(typeof citation.title).toBe('string');
            expect(citation.number).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});
