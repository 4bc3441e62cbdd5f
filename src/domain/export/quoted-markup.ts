import MarkdownIt, { type Token } from 'markdown-it';

/**
 * Makes quoted Markdown harmless where it would load, run or reach beyond its message: HTML, images, links to anything
 * but web and mail, and definitions, which hold in the whole document. A backslash before them shows them as text.
 */

/** A place at which such markup begins. */
const DANGER = /<(?=[A-Za-z/?]|\\*!)|!(?=\[)|\](?=:)|\](?=\()(?!\([ \t]*(?:https?:\/\/|mailto:))/gi;
/** Without one of these nothing can be code. */
const CODE = /`|~~~|\t| {4}/;
/** In longer content code is treated like anything else, which shows backslashes in it and saves time. */
const MAX_PARSED = 200_000;

const blocks = new MarkdownIt({ html: false }).disable(['autolink', 'reference']);
const readers = [new MarkdownIt({ html: true }), new MarkdownIt('commonmark', { html: true })];

interface HarmlessMarkup {
  readonly text: string;
  /** Numbers of the places that have their own backslash: the first and the one behind the last, in turn. */
  readonly kept: readonly number[];
}

/** Writes a backslash before each danger that has none, except in code, which stays as it is. */
export function writeMarkup(text: string): HarmlessMarkup {
  if (text.search(DANGER) === -1) return { text, kept: [] };
  if (text.length > MAX_PARSED || !CODE.test(text)) return escapeDangers(text, []);
  const written = escapeDangers(text, codeRanges(text));
  return isHarmless(written.text) ? written : escapeDangers(text, []);
}

/** The inverse of `writeMarkup`. */
export function readMarkup(text: string, kept: readonly number[]): string {
  const isKept = inRanges(kept);
  let [read, from, place] = ['', 0, 0];
  for (const { index } of text.matchAll(DANGER)) {
    if (slashesBefore(text, index) % 2 === 0) continue;
    const own = isKept(place);
    place += 1;
    if (own) continue;
    read += text.slice(from, index - 1);
    from = index;
  }
  return read + text.slice(from);
}

function escapeDangers(text: string, code: readonly number[]): HarmlessMarkup {
  const isCode = inRanges(code);
  const kept: number[] = [];
  let [written, from, place] = ['', 0, 0];
  for (const { index } of text.matchAll(DANGER)) {
    const escaped = slashesBefore(text, index) % 2 === 1;
    if (!escaped && isCode(index)) continue;
    if (escaped) extend(kept, place);
    place += 1;
    if (escaped) continue;
    written += `${text.slice(from, index)}\\`;
    from = index;
  }
  return { text: written + text.slice(from), kept };
}

function slashesBefore(text: string, at: number): number {
  let count = 0;
  while (text.charAt(at - count - 1) === '\\') count += 1;
  return count;
}

/** Tells of numbers, each greater than the one before, whether they are in ranges. */
function inRanges(ranges: readonly number[]): (number: number) => boolean {
  let pair = 0;
  return (number) => {
    while (pair < ranges.length && number >= (ranges[pair + 1] as number)) pair += 2;
    return pair < ranges.length && number >= (ranges[pair] as number);
  };
}

/** Adds a number to ranges that end before it or at it. */
function extend(ranges: number[], number: number): void {
  if (ranges.at(-1) === number) ranges[ranges.length - 1] = number + 1;
  else ranges.push(number, number + 1);
}

/** Beginnings and ends of blocks and spans of code, in turn. */
function codeRanges(text: string): number[] {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const ranges: number[] = [];
  for (const { type, map } of blocks.parse(text, {})) {
    if (map === null) continue;
    const [from, to] = [startOf(map[0]), startOf(map[1])];
    if (type === 'fence' || type === 'code_block') ranges.push(from, to);
    if (type === 'inline' || type === 'tr_open') ranges.push(...codeSpans(text, from, to));
  }
  return ranges;
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

interface Run {
  readonly at: number;
  readonly length: number;
  /** Length of the run as the beginning of a span: a backslash can take the first backtick off it. */
  readonly opens: number;
}

/** Spans of code between two runs of backticks of one length. */
function codeSpans(text: string, from: number, to: number): number[] {
  const runs = Array.from(text.slice(from, to).matchAll(/`+/g), ({ 0: { length }, index }): Run => {
    const at = from + index;
    return { at, length, opens: length - (slashesBefore(text, at) % 2) };
  });
  const next = nextOfLength(runs);
  const ranges: number[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const { at, length, opens } = runs[index] as Run;
    const end = opens === 0 ? undefined : next(index, opens);
    const closing = end === undefined ? undefined : runs[end];
    if (end === undefined || closing === undefined) continue;
    ranges.push(at + length - opens, closing.at + closing.length);
    index = end;
  }
  return ranges;
}

/** Finds the next run of a length. */
function nextOfLength(runs: readonly Run[]): (after: number, length: number) => number | undefined {
  const byLength = new Map<number, { readonly indexes: number[]; at: number }>();
  for (const [index, { length }] of runs.entries()) {
    const known = byLength.get(length);
    if (known === undefined) byLength.set(length, { indexes: [index], at: 0 });
    else known.indexes.push(index);
  }
  return (after, length) => {
    const list = byLength.get(length);
    if (list === undefined) return undefined;
    while (list.at < list.indexes.length && (list.indexes[list.at] as number) <= after) list.at += 1;
    return list.indexes[list.at];
  };
}

/** True when readers, with and without tables, find nothing dangerous in the text. */
function isHarmless(text: string): boolean {
  return readers.every((reader) => {
    const env: { references?: object } = {};
    const tokens = reader.parse(text, env as never);
    return Object.keys(env.references ?? {}).length === 0 && tokens.every(isHarmlessToken);
  });
}

function isHarmlessToken({ type, attrs, children }: Token): boolean {
  if (type === 'html_block' || type === 'html_inline' || type === 'image') return false;
  const address = attrs?.find(([name]) => name === 'href')?.[1];
  if (address !== undefined && !/^(?:https?:\/\/|mailto:)/i.test(String(address))) return false;
  return (children ?? []).every(isHarmlessToken);
}
