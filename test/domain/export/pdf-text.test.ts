import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRightToLeft } from '#src/domain/export/directions.ts';
import { bidi, visualOrder } from '#src/domain/export/pdf/bidi.ts';
import { plain } from '#src/domain/export/pdf/block.ts';
import { cleanText, isSimple, scriptOf } from '#src/domain/export/pdf/clean-text.ts';
import { saysAll } from '#src/domain/export/pdf/said-text.ts';
import { segmentsOf } from '#src/domain/export/pdf/segments.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    fc.constantFrom(
      ' ',
      '\n',
      '\t',
      '\r\n',
      '\u2028',
      'word',
      'สวัสดี',
      '会诊',
      'مرحبا',
      'a\u0301',
      '\u0301'.repeat(9),
      '👩‍⚕️',
      '\ud800',
    ),
  ),
  maxLength: 200,
});

describe('cleanText', () => {
  it('returns well-formed text without controls, with LF alone and at most six marks in a row', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029]|\p{M}{7}/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('leaves simple text unchanged', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        if (isSimple(text)) expect(cleanText(text)).toBe(text);
      }),
    );
  });
});

describe('saysAll', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text: [plain(text)] });

  it('is true for a block that lacks nothing of its source but markup and space', () => {
    expect(saysAll(paragraph('5 mg & more'), '> **5 mg**  &amp; more')).toBe(true);
    expect(saysAll({ kind: 'rule' }, '---')).toBe(true);
  });

  it('is false for a block that lacks a character, has another one or an order of its own', () => {
    for (const text of ['5 mg', '5 mg & mor', '5 mg & moree', '5 gm & more', ''])
      expect(saysAll(paragraph(text), '5 mg &amp; more'), text).toBe(false);
  });
});

describe('the segments of a line', () => {
  it('are the whole text in pieces of at most 240 units', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.constantFrom(
            'x'.repeat(3_000),
            `x${'𝔸'.repeat(800)}`,
            'e\u0301'.repeat(900),
            '\u0301'.repeat(700),
          ),
        ),
        (text) => {
          const segments = [...segmentsOf(cleanText(text))];
          expect(segments.join('')).toBe(cleanText(text));
          for (const segment of segments) {
            expect(segment.length).toBeLessThanOrEqual(240);
            expect(segment.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });

  it('end after the spaces between words', () => {
    expect([...segmentsOf('one two  three')]).toEqual(['one ', 'two  ', 'three']);
  });
});

describe('visualOrder', () => {
  it('reverses parts from right to left, and keeps those inside them that run from left to right', () => {
    expect(visualOrder([0, 0])).toEqual([0, 1]);
    expect(visualOrder([1, 1, 1])).toEqual([2, 1, 0]);
    expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
  });

  it('is a permutation that agrees with bidi-js', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 30 }), (levels) => {
        const text = 'x'.repeat(levels.length);

        const expected = levels.map((_, index) => index);
        const flips = bidi.getReorderSegments(text, {
          levels: new Uint8Array(levels),
          paragraphs: [{ start: 0, end: levels.length - 1, level: 0 }],
        });
        for (const [from = 0, to = 0] of flips)
          expected.splice(from, to - from + 1, ...expected.slice(from, to + 1).reverse());

        expect(visualOrder(levels)).toEqual(expected);
      }),
    );
  });
});

describe('hasRightToLeft', () => {
  it('is true for letters from right to left only, whatever controls of direction there are', () => {
    expect(['مرحبا', 'שלום', 'a\u202eש'].map(hasRightToLeft)).toEqual([true, true, true]);
    const others = [
      'Größe',
      '会诊',
      '👩‍⚕️',
      '',
      'a\u200fb',
      '\u202eevil',
      '\u2067x\u2069',
      '\u061c5',
      '\ufeff',
    ];
    expect(others.filter(hasRightToLeft)).toEqual([]);
  });
});

describe('scriptOf', () => {
  it('names the script of a letter, and nothing else', () => {
    expect(['会', 'か', '한', 'م', 'த', '🫀'].map(scriptOf)).toEqual([
      'Chinese',
      'Japanese',
      'Korean',
      'Arabic',
      'Tamil',
      'emoji',
    ]);
    expect(scriptOf('\ue000')).toBe(undefined);
  });
});
