import type { Violation } from '#src/errors.ts';
import { escapePointer, MAX_POINTER, MAX_VIOLATIONS } from '#src/http/contract/violations.ts';

/**
 * What JSON.parse takes and changes in silence (RFC 7493): numbers that a double does not keep, and names that an object
 * has twice, of which only the last stays.
 */

export const NUMBER_RULE = {
  rule: 'number',
  message:
    'must be a number that is kept as sent: from -(2^53-1) to 2^53-1, and not so small that it becomes 0',
} as const;
const NAME_RULE = { rule: 'unique', message: 'must not be there twice in one object' } as const;

/**
 * True for a literal of JSON whose value comes back as it was sent; decimals are rounded as everywhere. Beyond 2^53-1
 * every double is a whole number that stands for several.
 */
export function isKept(literal: string): boolean {
  const value = Math.abs(Number(literal));
  return value === 0 ? !/^[^eE]*[1-9]/.test(literal) : value <= Number.MAX_SAFE_INTEGER;
}

/** Every number without an exponent that is not kept, because it is too large or too small. */
const LONG = /\d{16}/;
/** Searched for first, because it is the fastest to search for; ids hold it too. */
const EXPONENT = /\d[eE][-+\d]/;
const NUMBER_WITH_EXPONENT = /(?:^|[[:,\s])-?\d[\d.]*[eE]/;
const NONE: readonly Violation[] = [];

/** The violations in a text that was parsed to `value`. Most texts are cleared by a search, without a look at each part. */
export function faultsOf(text: string, value: unknown): readonly Violation[] {
  const isOdd = LONG.test(text) || (EXPONENT.test(text) && NUMBER_WITH_EXPONENT.test(text));
  return isOdd || hasMoreColons(text, membersIn(value, 0)) ? new Scan(text).faults() : NONE;
}

/** Each member has a colon; one colon more stands in a text, or behind a name that came again. */
function hasMoreColons(text: string, members: number): boolean {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    count += 1;
    if (count > members) return true;
  }
  return false;
}

const MAX_DEPTH = 64;

/** The members of all objects in a value; too few where it nests so deep that it is refused anyway. */
function membersIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return 0;
  const inner = Object.values(value);
  let count = Array.isArray(value) ? 0 : inner.length;
  for (const each of inner) count += membersIn(each, depth + 1);
  return count;
}

/** An object with the names it had so far, or a list. */
interface Container {
  readonly names: Set<string> | undefined;
  /** Name or index of the value that is looked at. */
  at: string | number;
}

const LITERAL = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Goes through a well-formed text once, without recursion. */
class Scan {
  readonly #text: string;
  readonly #open: Container[] = [];
  readonly #faults: Violation[] = [];
  /** The next text is a name. */
  #isName = false;

  constructor(text: string) {
    this.#text = text;
  }

  faults(): readonly Violation[] {
    const { length } = this.#text;
    for (let i = 0; i < length && this.#faults.length < MAX_VIOLATIONS; ) i = this.#step(i);
    return this.#faults;
  }

  /** Looks at what begins at `i`, and returns where the next begins. */
  #step(i: number): number {
    const character = this.#text[i] as string;
    switch (character) {
      case '"':
        return this.#string(i);
      case '{':
        this.#open.push({ names: new Set(), at: '' });
        this.#isName = true;
        return i + 1;
      case '[':
        this.#open.push({ names: undefined, at: 0 });
        this.#isName = false;
        return i + 1;
      case '}':
      case ']':
        this.#open.pop();
        this.#isName = false;
        return i + 1;
      case ',':
        this.#next();
        return i + 1;
      default:
        return character === '-' || (character >= '0' && character <= '9') ? this.#number(i) : i + 1;
    }
  }

  #next(): void {
    const container = this.#open.at(-1);
    if (typeof container?.at === 'number') container.at += 1;
    this.#isName = container?.names !== undefined;
  }

  #string(start: number): number {
    let end = this.#text.indexOf('"', start + 1);
    while (this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    if (this.#isName) this.#name(this.#text.slice(start, end + 1));
    return end + 1;
  }

  #isEscaped(quote: number): boolean {
    let before = quote - 1;
    while (this.#text[before] === '\\') before -= 1;
    return (quote - before) % 2 === 0;
  }

  #name(quoted: string): void {
    this.#isName = false;
    const object = this.#open.at(-1) as Container;
    object.at = quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
    if (object.names?.has(object.at)) this.#report(NAME_RULE);
    object.names?.add(object.at);
  }

  #number(start: number): number {
    LITERAL.lastIndex = start;
    const literal = LITERAL.exec(this.#text)?.[0] as string;
    if (!isKept(literal)) this.#report(NUMBER_RULE);
    return start + literal.length;
  }

  #report(broken: Pick<Violation, 'rule' | 'message'>): void {
    let path = '';
    for (const { at } of this.#open) {
      if (path.length >= MAX_POINTER) break;
      path += `/${escapePointer(String(at))}`;
    }
    this.#faults.push({ in: 'body', path: path.slice(0, MAX_POINTER), ...broken });
  }
}
