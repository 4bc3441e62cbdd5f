import { isEmail } from '#src/email-address.ts';
import { isLine, isText } from '#src/texts.ts';

/**
 * What generated validators call. Codegen copies this file into them, so that nothing of AJV is loaded at run time.
 * Every format is decided in time linear in the text.
 */

/** Length in code points, as JSON Schema counts. */
function ucs2length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) !== 0xd800 || (text.charCodeAt(i + 1) & 0xfc00) !== 0xdc00) continue;
    length--;
    i++;
  }
  return length;
}

/** True when the text has more code points than `limit`, which needs more units than that. */
export function isLonger(text: string, limit: number): boolean {
  return text.length > limit && ucs2length(text) > limit;
}

/** True when the text has fewer code points than `limit`, which needs less than twice as many units. */
export function isShorter(text: string, limit: number): boolean {
  return text.length < 2 * limit && ucs2length(text) < limit;
}

/** Equality of JSON values. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(b, name) &&
      equal((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
  );
}

/** Adds errors where they are: AJV copies all that it found so far for each item of a list, which is quadratic. */
export function joinErrors(all: unknown[], more: readonly unknown[]): unknown[] {
  for (const error of more) all.push(error);
  return all;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** RFC 3339. Second 60 is refused, because neither `Date` nor the database can keep it. */
function isDateTime(text: string): boolean {
  const separator = text[10];
  return (separator === 'T' || separator === 't') && isDate(text.slice(0, 10)) && TIME.test(text.slice(11));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const URI = /^[a-z][a-z0-9+.-]*:(?:[a-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i;
const WEB = /^(?:https?|wss?|ftp):/i;

function isUri(text: string): boolean {
  return URI.test(text) && (!WEB.test(text) || URL.canParse(text));
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function isByte(text: string): boolean {
  return text.length % 4 === 0 && BASE64.test(text);
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

export const contractFormats = {
  uuid: isUuid,
  'date-time': isDateTime,
  date: isDate,
  email: isEmail,
  uri: isUri,
  byte: isByte,
  line: isLine,
  text: isText,
  int32: { type: 'number', validate: isInt32 },
  // An integer that a double cannot hold would be changed in silence, so it is refused.
  int64: { type: 'number', validate: Number.isSafeInteger },
  float: { type: 'number', validate: Number.isFinite },
  double: { type: 'number', validate: Number.isFinite },
} as const;

function isUuid(text: string): boolean {
  return UUID.test(text);
}
