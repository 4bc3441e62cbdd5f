import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyValidators } from '#generated/reply-validators.gen.js';
import { requestValidators } from '#generated/request-validators.gen.js';
import { isLine, isText } from '#src/texts.ts';

const SHOWN = [
  'Ward round',
  ' Ward round ',
  '診断',
  'مرحبا\u200cبك',
  'क्\u200dष',
  'e\u0301',
  '👩\u200d👩\u200d👧',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '❤\ufe0f',
  '.',
  '$',
  '\u202eabc\u202c',
  '\u200bx',
  '\ue000',
];
const UNSEEN = [
  ' ',
  '\u00a0\u3000',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u2060',
  '\u202e\u202c',
  '\u0301',
  '\u093f',
  '\ufe0f',
  '\u3164',
  '\uffa0',
  '\u115f\u1160',
  '\u2800',
  '\u180e',
  '\u{e0041}',
  '\u{1d159}',
  '\ufffc',
  '\u0378',
  '\u{e0100}',
];

/** The rule, character by character and in other words than the code. */
function modelOf(value: string, isMultiline: boolean): boolean {
  const characters = [...value];
  const isAllowed = (character: string, next: string | undefined): boolean => {
    const code = character.codePointAt(0) as number;
    if ((code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef)) return false;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0))
      return (
        isMultiline && (character === '\t' || character === '\n' || (character === '\r' && next === '\n'))
      );
    return isMultiline || (code !== 0x2028 && code !== 0x2029);
  };
  const isSeen = (character: string): boolean =>
    !/[\s\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]/u.test(
      character,
    ) || /\p{Co}/u.test(character);
  return (
    characters.every((character, i) => isAllowed(character, characters[i + 1])) &&
    (value === '' || characters.some(isSeen))
  );
}

describe('the rule of texts', () => {
  it.each(SHOWN)('takes %j as a line and as a text', (value) => {
    expect([isLine(value), isText(value)]).toEqual([true, true]);
  });

  it.each(UNSEEN)('refuses %j, which shows nothing', (value) => {
    expect([isLine(value), isText(value)]).toEqual([false, false]);
  });

  it.each([
    '\u0000',
    '\u0007',
    '\u001b',
    '\v',
    '\f',
    '\u007f',
    '\u0085',
    '\u009b',
    '\ufffe',
    '\ufdd0',
    '\u{1ffff}',
  ])('refuses the control or noncharacter %j in the midst of letters', (value) => {
    expect([isLine(`a${value}b`), isText(`a${value}b`)]).toEqual([false, false]);
  });

  it.each(['\n', '\r\n', '\t', '\u2028', '\u2029'])('takes %j in a text only', (value) => {
    expect([isLine(`a${value}b`), isText(`a${value}b`)]).toEqual([false, true]);
  });

  it('refuses a carriage return that ends no line', () => {
    expect([isText('a\rb'), isText('a\r'), isText('a\r\r\nb')]).toEqual([false, false, false]);
  });

  it('decides any text as its definition does', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('\r', '\n', '\t', ' ', '\u2028', '\u0085', '\u200d', '\u0301', 'a', '\u3164'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (value) => {
        expect([isLine(value), isText(value)]).toEqual([modelOf(value, false), modelOf(value, true)]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('decides in linear time', () => {
    for (const value of ['\r', '\u200b', ' ', '\n', '\u{e0041}', '\u0301', 'x\r\n'])
      isText(value.repeat(300_000));
  });
});

describe('compiled validators', () => {
  it('hold requests to the rule, and not replies, which may be older than it', () => {
    expect(requestValidators.createFolder?.body?.({ name: '\u200b' })).toBe(false);
    const folder = {
      id: '0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01',
      name: '\u200b',
      color: null,
      icon: '\u0007',
      parent_folder_id: null,
      conversation_count: 0,
      created_at: '2026-03-02T08:15:30.125Z',
      updated_at: '2026-03-02T08:15:30.125Z',
    };
    expect(replyValidators.getFolder?.['200']?.(folder)).toBe(true);
  });
});
