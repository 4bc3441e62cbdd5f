import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferredType } from '#src/http/request/media-types.ts';

const [JSON_TYPE, STREAM] = ['application/json', 'text/event-stream'];
const OFFERED = [JSON_TYPE, STREAM];

describe('preferredType', () => {
  it.each([
    ['text/event-stream', STREAM],
    ['text/event-stream; charset=utf-8', STREAM],
    ['TEXT/Event-Stream', STREAM],
    ['text/event-stream, */*', STREAM],
    ['text/*', STREAM],
    ['*/*', JSON_TYPE],
    ['application/json, text/event-stream', JSON_TYPE],
    ['text/event-stream, application/json', STREAM],
    ['text/event-stream;q=0.5, application/json;q=0.4', STREAM],
    ['text/event-stream;q=0.4, application/json;q=0.5', JSON_TYPE],
    ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', JSON_TYPE],
    ['text/event-stream;q=0, text/*', JSON_TYPE],
    ['application/json;q=0, */*', STREAM],
    ['image/png', JSON_TYPE],
    ['', JSON_TYPE],
  ])('of %j is %s', (accept, type) => {
    expect(preferredType(accept, OFFERED)).toBe(type);
  });

  it('is the first offered type without a header', () => {
    expect(preferredType(undefined, OFFERED)).toBe(JSON_TYPE);
    expect(preferredType(undefined, OFFERED.toReversed())).toBe(STREAM);
  });

  it('is an offered type for any header', () => {
    const part = fc.oneof(
      fc.constantFrom(...OFFERED, '*/*', ';q=', '0', '1', '.5', 'x', ',', ';', '"', '\\', '=', '/', ' '),
      fc.string({ unit: 'binary-ascii', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.string({ unit: part, maxLength: 60 }), (accept) => {
        expect(OFFERED).toContain(preferredType(accept, OFFERED));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the beginning of a long header only', () => {
    const long = 'a/b,'.repeat(4_000);
    expect(preferredType(`text/event-stream,${long}`, OFFERED)).toBe(STREAM);
    expect(preferredType(`${long}text/event-stream`, OFFERED)).toBe(JSON_TYPE);
  });
});
