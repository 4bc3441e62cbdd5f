/**
 * Text of people as Markdown that every reader shows as it was written: each sign stands for itself, each line is one,
 * and blank lines stay. Lines are given and returned without their line breaks.
 */

/** Signs that are markup wherever they stand, and those that begin HTML or an entity. */
const MARKUP = /[\\`*_[\]|~$]|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])/g;
/** What is markup only at the beginning of a line. */
const LINE_START = /^(?:[#>=]|\+(?=\s|$)|-(?=[-:\s]|$)|:(?=[-\s])|\d{1,9}(?=[.)](?:\s|$)))/;
/** White space that Markdown takes off a line. */
const EDGE = /^\s|\s$/g;
const LINE_BREAK = '&#xA;';

/** Lines of Markdown for lines of text. */
export function writeLiteral(lines: readonly string[]): string[] {
  const escaped = lines.map(escapeLine);
  const last = escaped.findLastIndex((line) => line !== '');
  const written: string[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    const line = escaped[at] as string;
    const rest = escaped.length - at - 1;
    // A paragraph cannot end with a line break of its own.
    if (rest === 1 && at >= last) return [...written, line + LINE_BREAK];
    const endsParagraph = line !== '' && at + 1 < last && escaped[at + 1] === '';
    written.push(endsParagraph || rest === 0 ? line : `${line}\\`);
    if (!endsParagraph) continue;
    written.push('');
    at += 1;
  }
  return written;
}

/** The text that `writeLiteral` wrote, with LF between its lines. */
export function readLiteral(written: readonly string[]): string {
  if (written.length === 1 && written[0] === '') return '';
  return written
    .map((line) => {
      if (line === '') return '\n\n';
      return endsWithBreak(line) ? `${unescapeLine(line.slice(0, -1))}\n` : unescapeLine(line);
    })
    .join('');
}

/** One line of text as Markdown, for any place at which a paragraph may begin. */
export function escapeLine(line: string): string {
  const inner = line.replace(EDGE, '');
  const start = line.length === inner.length || !/^\s/.test(line) ? 0 : 1;
  const text = inner.replace(MARKUP, '\\$&');
  const safe =
    start === 1 ? text : text.replace(LINE_START, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
  if (inner.length === line.length) return safe;
  return edge(line.slice(0, start)) + safe + edge(line.slice(start + inner.length));
}

const edge = (space: string): string =>
  space === '' ? '' : `&#x${space.charCodeAt(0).toString(16).toUpperCase()};`;

/** An odd number of backslashes ends with one that stands for a line break. */
function endsWithBreak(line: string): boolean {
  let count = 0;
  while (line.charAt(line.length - count - 1) === '\\') count += 1;
  return count % 2 === 1;
}

function unescapeLine(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])|&#x([0-9A-F]+);/g, (_, sign: string | undefined, code: string) =>
    sign === undefined ? String.fromCharCode(Number.parseInt(code, 16)) : sign,
  );
}
