/** Text for every stage of rendering: whole characters, no controls, no more marks on a letter than can be drawn. */
const SIMPLE = /^[\x20-\x7e\n]*$/;
/** Characters without a look of their own, and overrides of the direction, which would turn a text round. */
const DROPPED = /[\u00ad\ufeff\u202d\u202e]|[\u{e0001}]/gu;
/** Characters that no font can show: their numbers stand in their place. */
const UNSHOWN = /(?:(?!\n)[\p{Cc}\ufff9-\ufffb]|\p{Noncharacter_Code_Point})+/gu;
/** Marks beyond the sixth on one letter. */
const MARKS = /(\p{M}{6})(\p{M}+)/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085\v\f]/g;

/** True for text that needs neither cleaning nor a second font nor reordering. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** Prepares text for rendering. Line breaks of every kind become LF. */
export function cleanText(text: string): string {
  if (SIMPLE.test(text)) return text;
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', '    ')
    .replace(DROPPED, '')
    .replace(UNSHOWN, (signs) => numbersOf(signs))
    .replace(MARKS, (_, shown: string, more: string) => shown + numbersOf(more));
}

/** The Unicode numbers of characters that cannot be shown, such as `[U+0007]` or `[U+0351 × 12, U+E000]`. */
export function numbersOf(signs: string): string {
  const runs: { readonly sign: string; count: number }[] = [];
  for (const sign of signs) {
    const last = runs.at(-1);
    if (last?.sign === sign) last.count += 1;
    else runs.push({ sign, count: 1 });
  }
  return `[${runs.map(({ sign, count }) => numberOf(sign) + (count === 1 ? '' : ` × ${count}`)).join(', ')}]`;
}

function numberOf(sign: string): string {
  return `U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Invisible characters that only control others. */
export const INVISIBLE =
  /^(?:[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\u{e0020}-\u{e007f}]|\p{Variation_Selector})$/u;

const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Chinese', /\p{Script=Han}/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Gujarati', /\p{Script=Gujarati}/u],
  ['Gurmukhi', /\p{Script=Gurmukhi}/u],
  ['Kannada', /\p{Script=Kannada}/u],
  ['Malayalam', /\p{Script=Malayalam}/u],
  ['Sinhala', /\p{Script=Sinhala}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Myanmar', /\p{Script=Myanmar}/u],
  ['Tibetan', /\p{Script=Tibetan}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  ['Syriac', /\p{Script=Syriac}/u],
  ['emoji', /\p{Emoji_Presentation}/u],
];

/** Name for the script of a character; undefined for a sign without a script. */
export function scriptOf(character: string): string | undefined {
  return SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0];
}
