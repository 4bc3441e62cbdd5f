/**
 * The one rule for what people write, in its two forms: the formats `line` and `text` of the contract. Generated
 * validators carry a copy of this file, so it imports nothing.
 */

/** What no line holds: controls, ends of lines, and code points that are no characters. */
const NOT_IN_LINE = /[\p{Cc}\u2028\u2029]|\p{Noncharacter_Code_Point}/u;
/** A text may have lines and tabs. */
const NOT_IN_TEXT = /(?![\t\n\r])\p{Cc}|\r(?!\n)|\p{Noncharacter_Code_Point}/u;
const PLAIN_LINE = /^[\x20-\x7e]*$/;
const PLAIN_TEXT = /^[\x20-\x7e\n\t]*$/;

/**
 * What can be seen by itself. Fillers, blank signs, joiners, tags and selectors cannot, nor marks without a letter, nor code
 * points without a meaning.
 */
const SEEN =
  /(?![\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}])[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

/** True for a text that every store keeps: without NUL and halves of surrogate pairs. */
export function isStorable(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

/** True for one line that is empty or shows something. */
export function isLine(value: string): boolean {
  return (PLAIN_LINE.test(value) || !NOT_IN_LINE.test(value)) && isEmptyOrSeen(value);
}

/** True for lines that are empty or show something. */
export function isText(value: string): boolean {
  return (PLAIN_TEXT.test(value) || !NOT_IN_TEXT.test(value)) && isEmptyOrSeen(value);
}

function isEmptyOrSeen(value: string): boolean {
  return value === '' || SEEN.test(value);
}
