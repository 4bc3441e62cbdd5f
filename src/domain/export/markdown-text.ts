import MarkdownIt from 'markdown-it';

/**
 * The content of a message as an exported document quotes it, line by line, so that it cannot begin a heading, close a
 * fence or imitate a marker of the document. `docs/export-format.md` describes the form for readers.
 */
export interface QuotedContent {
  /** Lines of the quotation, without line breaks. */
  readonly lines: readonly string[];
  /** Line breaks where they are not all LF: counts with `n` (LF), `w` (CRLF) or `r` (CR). */
  readonly breaks: string | undefined;
  /** Unescaped lines of code, from 0: the first and the one after the last, in turn. */
  readonly code: readonly number[];
}

/** Block structure is parsed without raw HTML, because angle brackets will be escaped. */
const blocks = new MarkdownIt({ html: false });
/** Longer content is treated as if it had no code, which adds visible backslashes and saves time. */
const MAX_PARSED = 200_000;

const BREAK = /\r\n|\r|\n/g;
/** An angle bracket that could begin HTML, with the backslashes before it. */
const HTML_START = /(\\*)<(?=[A-Za-z/!?])/g;
/** Control characters and lone surrogates, which a UTF-8 file must not contain. */
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Surrogate}\ufeff]/gu;
const REFERENCE = /&((?:amp;)*)#x/g;
const WRITTEN_REFERENCE = /&#x([0-9A-F]+);|&amp;((?:amp;)*)#x/g;

export function quoteContent(content: string): QuotedContent {
  const plain = content.split(BREAK).map(encodeControls);
  const length = plain.reduce((sum, line) => sum + line.length, 0);
  let code = length > MAX_PARSED ? [] : codeLines(plain.map(quoted));
  let lines = escapeOutside(plain, code);
  // Escaping can turn code into another kind of block; then every line is escaped.
  if (code.length > 0 && codeLines(lines).join() !== code.join()) {
    code = [];
    lines = escapeOutside(plain, code);
  }
  return { lines, breaks: breaksOf(content), code };
}

/** The content of a message from its quotation; the inverse of `quoteContent`. */
export function unquoteContent({ lines, breaks, code }: QuotedContent): string {
  const between = expandBreaks(breaks, lines.length - 1);
  const isCode = flags(code, lines.length);
  const parts: string[] = [];
  lines.forEach((line, index) => {
    const inner = line === '>' ? '' : line.slice(2);
    parts.push(decodeControls(isCode[index] === 1 ? inner : unescapeHtml(inner)));
    if (index < lines.length - 1) parts.push(between[index] ?? '\n');
  });
  return parts.join('');
}

function escapeOutside(plain: readonly string[], code: readonly number[]): string[] {
  const isCode = flags(code, plain.length);
  return plain.map((line, index) => quoted(isCode[index] === 1 ? line : escapeHtml(line)));
}

function flags(ranges: readonly number[], length: number): Uint8Array {
  const set = new Uint8Array(length);
  for (let at = 0; at + 1 < ranges.length; at += 2) set.fill(1, ranges[at], ranges[at + 1]);
  return set;
}

const quoted = (line: string): string => (line === '' ? '>' : `> ${line}`);

/** An odd number of backslashes leaves the bracket literal, whatever number the content had. */
function escapeHtml(line: string): string {
  return line.replace(HTML_START, (_, slashes: string) => `${slashes}${slashes}\\<`);
}

function unescapeHtml(line: string): string {
  return line.replace(HTML_START, (_, slashes: string) => `${slashes.slice(0, (slashes.length - 1) / 2)}<`);
}

function encodeControls(line: string): string {
  return line
    .replace(REFERENCE, '&amp;$1#x')
    .replace(UNSAFE, (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`);
}

function decodeControls(line: string): string {
  return line.replace(WRITTEN_REFERENCE, (_, code: string | undefined, more: string | undefined) =>
    code === undefined ? `&${more ?? ''}#x` : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Finds code in the quoted text, because there a tab ends at another column. */
function codeLines(lines: readonly string[]): number[] {
  const ranges: number[] = [];
  for (const token of blocks.parse(lines.join('\n'), {})) {
    if ((token.type !== 'fence' && token.type !== 'code_block') || token.map === null) continue;
    ranges.push(token.map[0], Math.min(token.map[1], lines.length));
  }
  return ranges;
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

/** Text for a line of the document itself, without line breaks and markup. */
export function plainLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  return line.replace(/[\\`*_[\]<>#!|~&]/g, '\\$&');
}

/** JSON for an HTML comment, which nothing in it can end. */
export function markerJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    .replace(/--/g, '-\\u002d')
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufeff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
