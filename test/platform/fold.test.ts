import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#src/platform/fold.ts';

const SAME = [
  ['Straße', 'STRASSE'],
  ['STRAẞE', 'strasse'],
  ['Ὀδυσσεύς', 'ὈΔΥΣΣΕΎΣ'],
  ['ſ', 'S'],
  ['ﬁbrillation', 'FIBRILLATION'],
  ['ﬀ', 'FF'],
  ['Ǆ', 'dž'],
  ['Ａｄａ　１２', 'ada 12'],
  ['ｶﾞﾝ', 'ガン'],
  ['œdème', 'OEDÈME'],
  ['Æther', 'aether'],
  ['é', 'e\u0301'],
  ['Ꭰ', 'ꭰ'],
  ['①½㎎', '11⁄2mg'],
  ['ı', 'I'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['a\tb\u2003c', 'A B C'],
  ['각', '각'],
  ['ᾳ\u0301', 'ᾴ'],
] as const;

const ALIKE_WITHOUT_ACCENTS = [
  ['Ärzte', 'arzte'],
  ['São Paulo', 'sao paulo'],
  ['ёлка', 'елка'],
  ['Ελλάδα', 'ΕΛΛΑΔΑ'],
  ['İstanbul', 'istanbul'],
  ['Søren Łódź Đorđe', 'soren lodz dorde'],
  ['كَتَبَ', 'كتب'],
  ['ΐ', 'ι'],
] as const;

const DIFFERENT = [
  ['か', 'が'],
  ['ハ', 'パ'],
  ['क', 'कि'],
  ['ก', 'กำ'],
  ['а', 'a'],
  ['i', 'j'],
] as const;

describe('the folded form of a text', () => {
  it.each(SAME)('of %s is that of %s', (one, other) => {
    expect(fold(one)).toEqual(fold(other));
  });

  it.each(ALIKE_WITHOUT_ACCENTS)('of %s is that of %s without accents, and not with them', (one, other) => {
    expect(fold(one).plain).toBe(fold(other).plain);
    expect(fold(one).accented).not.toBe(fold(other).accented);
  });

  it.each(DIFFERENT)('of %s is not that of %s', (one, other) => {
    expect(fold(one).plain).not.toBe(fold(other).plain);
  });

  // The capitals of some marks are letters, so that a sound mark after them would stand behind another letter.
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'ßẞſﬁΣςİıéÅœ\u0301\u0307각', 'ｶﾞ'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
    maxLength: 12,
  });

  it('does not depend on case or on the form of letters', () => {
    fc.assert(
      fc.property(text, (written) => {
        const expected = fold(written).plain;
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
          expect(fold(written.normalize(form)).plain).toBe(expected);
        expect(fold(written.toUpperCase()).plain).toBe(expected);
        expect(fold(written.toLowerCase()).plain).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is its own folded form', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { plain, accented } = fold(written);
        expect(fold(plain).plain).toBe(plain);
        expect(fold(accented)).toEqual({ plain, accented });
      }),
      { numRuns: 2_000 },
    );
  });

  it('has the plain part of all that has an accented part, so that one index serves both searches', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { minLength: 3, maxLength: 3 }),
        (parts) => {
          const [, part = ''] = parts;
          const [whole, sought] = [fold(parts.join('')), fold(part)];
          if (whole.accented.includes(sought.accented)) expect(whole.plain).toContain(sought.plain);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
