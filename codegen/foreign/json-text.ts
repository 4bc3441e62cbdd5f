import { ContractError } from '#codegen/read/contract-error.ts';
import { pointerNames } from '#codegen/read/json-pointer.ts';
import { type ParsedText, TextLines } from '#codegen/read/parsed-text.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

/** The start of a member of an object or of an item of a list: the key, or the value itself in a list. */
interface Member {
  readonly start: number;
  readonly value: number;
}

/**
 * Reads a JSON text with the engine's own parser, and looks for places in the text only when one is asked for.
 * Undefined when the text is no JSON: it may still be YAML, whose reader also names what is wrong.
 */
export function parseJsonText(source: string, text: string): ParsedText | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const lines = new TextLines(text);
  // The parser keeps the last of two equal keys in silence, which shows in the numbers alone.
  if (writtenKeys(text) !== keptKeys(value)) {
    const repeated = repeatedKey(text);
    if (repeated !== undefined) {
      const message = `The key "${repeated.name}" is written twice in one object.`;
      const remedy = 'Merge the two entries or rename one.';
      throw new ContractError(source, lines.position(repeated.offset), message, remedy);
    }
  }
  const members = new Map<number, ReadonlyMap<string, Member>>();
  return { value, position: (pointer) => lines.position(locate(text, members, pointer)) };
}

/** The offset behind a string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d); ) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}

function writtenKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = afterBlanks(text, endOfString(text, at));
    if (text.charCodeAt(at) === COLON) count += 1;
  }
  return count;
}

function keptKeys(value: unknown): number {
  let count = 0;
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inside = Object.values(next);
    if (!Array.isArray(next)) count += inside.length;
    for (const child of inside) if (typeof child === 'object' && child !== null) open.push(child);
  }
  return count;
}

function repeatedKey(text: string): { name: string; offset: number } | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text[at];
    if (code === '{' || code === '[') open.push(new Set());
    else if (code === '}' || code === ']') open.pop();
    else if (code === '"') {
      const end = endOfString(text, at);
      const next = afterBlanks(text, end);
      if (text.charCodeAt(next) === COLON) {
        const name = JSON.parse(text.slice(at, end)) as string;
        const names = open.at(-1);
        if (names?.has(name)) return { name, offset: at };
        names?.add(name);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** The members of the object or list that begins at `start`. */
function membersAt(text: string, start: number): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const isList = text[start] === '[';
  let at = afterBlanks(text, start + 1);
  while (text[at] !== '}' && text[at] !== ']') {
    const begin = at;
    let name = String(members.size);
    if (!isList) {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = afterBlanks(text, afterBlanks(text, end) + 1);
    }
    members.set(name, { start: begin, value: at });
    at = afterBlanks(text, endOfValue(text, at));
    if (text.charCodeAt(at) === COMMA) at = afterBlanks(text, at + 1);
  }
  return members;
}

function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; at += 1) {
    const code = text[at];
    if (text.charCodeAt(at) === QUOTE) at = endOfString(text, at) - 1;
    else if (code === '{' || code === '[') depth += 1;
    else if (code === '}' || code === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
      continue;
    } else if (depth === 0 && code === ',') return at;
    if (depth === 0 && code === '"') return at + 1;
  }
}

function locate(text: string, known: Map<number, ReadonlyMap<string, Member>>, pointer: string): number {
  let value = afterBlanks(text, 0);
  let offset = value;
  for (const name of pointerNames(pointer)) {
    if (text[value] !== '{' && text[value] !== '[') break;
    let members = known.get(value);
    if (members === undefined) {
      members = membersAt(text, value);
      known.set(value, members);
    }
    const member = members.get(name);
    if (member === undefined) break;
    offset = member.start;
    value = member.value;
  }
  return offset;
}
