import { pointerNames } from '#codegen/read/json-pointer.ts';
import { type ParsedText, TextLines } from '#codegen/read/parsed-text.ts';
import { offsetInMember, parseMember, type YamlMember } from '#codegen/read/yaml-text.ts';

/** The parsed pieces of a text, by their own text. */
export type TextCache = Map<string, YamlMember>;

/** A member of a block mapping: read as a whole, or cut further. */
interface Piece {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly inside: ReadonlyMap<string, Piece> | undefined;
}

interface Cut {
  readonly pieces: ReadonlyMap<string, Piece>;
  readonly value: Record<string, unknown>;
}

/** Members that are shorter are not cut, since each piece has its own cost. */
const WHOLE_LENGTH = 4_096;
/** `components`, `schemas`, and the name of a schema: what is deeper belongs to one thing. */
const MAX_DEPTH = 3;

/**
 * Reads YAML in block style member by member, so that the syntax tree of a large document never exists as a whole and
 * what did not change since the last run is not read again. Undefined when the text is not plainly of that form (or
 * when it has a fault): then it has to be read as a whole.
 */
export function parseYamlPieces(text: string, cache: TextCache): ParsedText | undefined {
  const start = /^(?:#[^\n]*\n|\s*\n|---[ \t]*\n)*/.exec(text)?.[0].length ?? 0;
  if (/^(?:---|\.\.\.|%)/m.test(text.slice(start))) return undefined;
  const fresh: TextCache = new Map();
  const cut = cutMembers(text, { start, end: text.length }, 0, { known: cache, fresh });
  if (cut === undefined || cut.pieces.size === 0) return undefined;
  // Only what this text holds is kept, or every edit would add to the cache.
  cache.clear();
  for (const [piece, member] of fresh) cache.set(piece, member);
  const lines = new TextLines(text);
  return {
    value: cut.value,
    position: (pointer) => lines.position(locate(text, cut.pieces, pointerNames(pointer)) ?? start),
  };
}

interface Caches {
  readonly known: TextCache;
  readonly fresh: TextCache;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function cutMembers(text: string, range: Range, depth: number, caches: Caches): Cut | undefined {
  const ranges = memberRanges(text, range);
  if (ranges === undefined) return undefined;
  const pieces = new Map<string, Piece>();
  const value: Record<string, unknown> = {};
  for (const each of ranges) {
    const inner = each.end - each.start > WHOLE_LENGTH && depth < MAX_DEPTH - 1;
    const read = (inner ? cutInside(text, each, depth, caches) : undefined) ?? readPiece(text, each, caches);
    if (read === undefined || pieces.has(read.piece.name)) return undefined;
    pieces.set(read.piece.name, read.piece);
    Object.defineProperty(value, read.piece.name, {
      value: read.value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return { pieces, value };
}

interface ReadPiece {
  readonly piece: Piece;
  readonly value: unknown;
}

function readPiece(text: string, { start, end }: Range, { known, fresh }: Caches): ReadPiece | undefined {
  const own = text.slice(start, end);
  const member = fresh.get(own) ?? known.get(own) ?? parseMember(own);
  if (member === undefined) return undefined;
  fresh.set(own, member);
  return { piece: { name: member.name, start, end, inside: undefined }, value: member.value };
}

/** A member whose key stands alone on its line, with its value in the lines below. */
function cutInside(
  text: string,
  { start, end }: Range,
  depth: number,
  caches: Caches,
): ReadPiece | undefined {
  const head = /^[^\n]*:[ \t]*(?:#[^\n]*)?\n/.exec(text.slice(start, text.indexOf('\n', start) + 1))?.[0];
  if (head === undefined) return undefined;
  const key = parseMember(head);
  if (key === undefined || key.value !== null) return undefined;
  const cut = cutMembers(text, { start: start + head.length, end }, depth + 1, caches);
  if (cut === undefined || cut.pieces.size === 0) return undefined;
  return { piece: { name: key.name, start, end, inside: cut.pieces }, value: cut.value };
}

/** The lines of each member of a block mapping; undefined when another form of value stands there. */
function memberRanges(text: string, { start, end }: Range): Range[] | undefined {
  const starts: number[] = [];
  let indent: number | undefined;
  for (let line = start; line < end; line = nextLine(text, line)) {
    let at = line;
    while (text[at] === ' ') at += 1;
    const first = text[at];
    if (at >= end || first === undefined || first === '\n' || first === '\r' || first === '#') continue;
    indent ??= at - line;
    if (at - line > indent) continue;
    // A list may stand as deep as the key it belongs to.
    if (first === '-' && /[ \n\r]/.test(text[at + 1] ?? '\n') && starts.length > 0) continue;
    if (at - line < indent || /[-?:{}[\]&*!|>@`\t,%]/.test(first)) return undefined;
    starts.push(line);
  }
  return starts.map((each, index) => ({ start: each, end: starts[index + 1] ?? end }));
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function locate(
  text: string,
  pieces: ReadonlyMap<string, Piece>,
  names: readonly string[],
): number | undefined {
  const [name, ...rest] = names;
  const piece = name === undefined ? undefined : pieces.get(name);
  if (piece === undefined) return undefined;
  const own = (): number => {
    const whole = piece.inside === undefined ? [piece.name, ...rest] : [piece.name];
    const part = piece.inside === undefined ? text.slice(piece.start, piece.end) : headOf(text, piece);
    return piece.start + offsetInMember(part, whole);
  };
  return piece.inside === undefined ? own() : (locate(text, piece.inside, rest) ?? own());
}

function headOf(text: string, { start }: Piece): string {
  return text.slice(start, nextLine(text, start));
}
