import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Position } from '#codegen/read/contract.ts';
import { ContractError } from '#codegen/read/contract-error.ts';
import { pointerNames } from '#codegen/read/json-pointer.ts';
import type { ParsedText } from '#codegen/read/parsed-text.ts';

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Finds members by name in constant time; `yaml` itself scans the whole map for each look-up. */
class MemberIndex {
  readonly #maps = new WeakMap<YAMLMap, Map<string, Pair>>();

  find(map: YAMLMap, name: string): Pair | undefined {
    let members = this.#maps.get(map);
    if (members === undefined) {
      members = new Map(map.items.map((pair) => [nameOf(pair.key), pair]));
      this.#maps.set(map, members);
    }
    return members.get(name);
  }
}

interface Defect {
  readonly offset: number;
  readonly message: string;
  readonly remedy: string;
}

/** A repeated key or an alias inside its own anchor. `yaml` looks for the former in quadratic time. */
function findDefect(document: Document, node: unknown, ancestors: ReadonlySet<unknown>): Defect | undefined {
  if (isAlias(node)) {
    if (!ancestors.has(node.resolve(document))) return undefined;
    return {
      offset: startOf(node) ?? 0,
      message: `The alias *${node.source} stands inside its own anchor.`,
      remedy: 'Write the value out, or use a $ref where a schema refers to itself.',
    };
  }
  if (!isMap(node) && !isSeq(node)) return undefined;
  const inside = new Set(ancestors).add(node);
  const seen = new Set<string>();
  for (const item of node.items) {
    const defect = isMap(node)
      ? findPairDefect(document, item as Pair, seen, inside)
      : findDefect(document, item, inside);
    if (defect !== undefined) return defect;
  }
  return undefined;
}

function findPairDefect(
  document: Document,
  pair: Pair,
  seen: Set<string>,
  ancestors: ReadonlySet<unknown>,
): Defect | undefined {
  const name = nameOf(pair.key);
  if (seen.has(name) && name !== '<<') {
    return {
      offset: startOf(pair.key) ?? 0,
      message: `The key "${name}" is written twice in one object.`,
      remedy: 'Merge the two entries or rename one.',
    };
  }
  seen.add(name);
  return findDefect(document, pair.value, ancestors);
}

function locate(document: Document, index: MemberIndex, names: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const name of names) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = index.find(node, name);
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(name)];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

const OPTIONS = { uniqueKeys: false, merge: true, prettyErrors: false } as const;

/** Parses YAML 1.2, and so JSON, as a whole; positions are those of the key, which is where a reader looks. */
export function parseYamlText(source: string, text: string): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, ...OPTIONS });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const message = `The text is neither YAML nor JSON: ${syntax.message}`;
    throw new ContractError(
      source,
      at(syntax.pos[0]),
      message,
      'Correct the indentation, quoting or brackets there.',
    );
  }
  const defect = findDefect(document, document.contents, new Set());
  if (defect !== undefined) throw new ContractError(source, at(defect.offset), defect.message, defect.remedy);
  const index = new MemberIndex();
  return {
    value: toValue(source, document),
    position: (pointer) => at(locate(document, index, pointerNames(pointer))),
  };
}

function toValue(source: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    const message = `The aliases of the text cannot be resolved: ${(error as Error).message}`;
    throw new ContractError(
      source,
      { line: 1, column: 1 },
      message,
      'Write the repeated values as components and refer to them by $ref.',
    );
  }
}

/** One member of a block mapping, cut out of its text. */
export interface YamlMember {
  readonly name: string;
  readonly value: unknown;
}

/** The one member that a piece of text holds; undefined when the piece is anything else, or not sound by itself. */
export function parseMember(text: string): YamlMember | undefined {
  const document = parseDocument(text, OPTIONS);
  if (document.errors.length > 0 || document.warnings.length > 0 || !isMap(document.contents))
    return undefined;
  const [pair, ...others] = document.contents.items;
  if (pair === undefined || others.length > 0 || !isScalar(pair.key)) return undefined;
  if (typeof pair.key.value !== 'string' && typeof pair.key.value !== 'number') return undefined;
  if (pair.key.value === '<<' || findDefect(document, document.contents, new Set()) !== undefined)
    return undefined;
  const name = nameOf(pair.key);
  try {
    const value: unknown = document.toJS({ maxAliasCount: 1000 });
    return { name, value: (value as Record<string, unknown>)[name] };
  } catch {
    // An alias of an anchor in another piece.
    return undefined;
  }
}

/** Offset of what the names lead to inside a piece of text that {@link parseMember} accepts. */
export function offsetInMember(text: string, names: readonly string[]): number {
  return locate(parseDocument(text, OPTIONS), new MemberIndex(), names);
}
