import { isolated, withoutControls } from '#src/domain/export/directions.ts';
import { type ExportMessage, isMarkdown } from '#src/domain/export/export-source.ts';
import { escapeLine, readLiteral, writeLiteral } from '#src/domain/export/literal-text.ts';
import { readMarkup, writeMarkup } from '#src/domain/export/quoted-markup.ts';

/**
 * The content of a message as an exported document quotes it, line by line, so that it cannot begin a heading, close a
 * fence or imitate a marker of the document. `docs/export-format.md` describes the form for readers.
 */
export interface QuotedContent {
  /** Lines of the quotation, without line breaks. */
  readonly lines: readonly string[];
  /** Line breaks where they are not all LF: counts with `n` (LF), `w` (CRLF) or `r` (CR). */
  readonly breaks: string | undefined;
  /** The places of Markdown that had their backslash before: the first and the one behind the last, in turn. */
  readonly kept: readonly number[];
}

const BREAK = /\r\n|\r|\n/g;
/** Control characters and lone surrogates, which a UTF-8 file must not contain. */
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Surrogate}\ufeff]/gu;
/** A reference in the form in which such characters are written, which nobody else uses. */
const REFERENCE = /&((?:amp;)*)#x0/g;
const WRITTEN_REFERENCE = /&#x0([0-9A-F]+);|&amp;((?:amp;)*)#x0/g;

/** Quotes text of people so that it is shown as it was written, and Markdown of the assistant without its dangers. */
export function quoteContent({ role, content }: Pick<ExportMessage, 'role' | 'content'>): QuotedContent {
  const plain = content.split(BREAK);
  const breaks = breaksOf(content);
  if (!isMarkdown(role))
    return { lines: writeLiteral(plain).map(encodeUnsafe).map(quoted), breaks, kept: [] };
  const { text, kept } = writeMarkup(plain.map(encodeControls).map(quoted).join('\n'));
  return { lines: text.split('\n'), breaks, kept };
}

/** The content of a message from its quotation; the inverse of `quoteContent`. */
export function unquoteContent(role: ExportMessage['role'], { lines, breaks, kept }: QuotedContent): string {
  const content = isMarkdown(role)
    ? readMarkup(lines.join('\n'), kept).split('\n').map(unquoted).map(decodeControls).join('\n')
    : readLiteral(lines.map(unquoted));
  if (breaks === undefined) return content;
  const parts = content.split('\n');
  const between = expandBreaks(breaks, parts.length - 1);
  return parts
    .map((part, index) => part + (index < parts.length - 1 ? (between[index] ?? '\n') : ''))
    .join('');
}

const quoted = (line: string): string => (line === '' ? '>' : `> ${line}`);
const unquoted = (line: string): string => (line === '>' ? '' : line.slice(2));

const encodeControls = (line: string): string => encodeUnsafe(line.replace(REFERENCE, '&amp;$1#x0'));

function encodeUnsafe(line: string): string {
  return line.replace(UNSAFE, (character) => `&#x0${character.charCodeAt(0).toString(16).toUpperCase()};`);
}

function decodeControls(line: string): string {
  return line.replace(WRITTEN_REFERENCE, (_, code: string | undefined, more: string | undefined) =>
    code === undefined ? `&${more ?? ''}#x0` : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const BREAK_LETTERS: Readonly<Record<string, string>> = { '\n': 'n', '\r\n': 'w', '\r': 'r' };
const BREAK_TEXTS: Readonly<Record<string, string>> = { n: '\n', w: '\r\n', r: '\r' };

function breaksOf(content: string): string | undefined {
  if (!content.includes('\r')) return undefined;
  const runs: [letter: string, count: number][] = [];
  for (const [text] of content.matchAll(BREAK)) {
    const letter = BREAK_LETTERS[text] as string;
    const last = runs.at(-1);
    if (last?.[0] === letter) last[1] += 1;
    else runs.push([letter, 1]);
  }
  return runs.map(([letter, count]) => `${count}${letter}`).join('');
}

function expandBreaks(breaks: string | undefined, count: number): string[] {
  if (breaks === undefined) return Array.from({ length: count }, () => '\n');
  return [...breaks.matchAll(/(\d+)([nwr])/g)].flatMap(([, times, letter]) =>
    Array.from({ length: Number(times) }, () => BREAK_TEXTS[letter as string] as string),
  );
}

/** A title of somebody, for a line that it has for itself. */
export function titleLine(text: string): string {
  return escapeName(withoutControls(text));
}

/** A name of somebody, for a line of the document, whose direction it leaves alone. */
export function nameInLine(text: string): string {
  return escapeName(isolated(text));
}

function escapeName(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return escapeLine(line).replace(/ (?=#+$)/, ' \\');
}

/** JSON for an HTML comment, which nothing in it can end. */
export function markerJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    .replace(/--/g, '-\\u002d')
    .replace(
      /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
