import type { Contract } from '#codegen/read/contract.ts';
import type { HttpMethod, MethodTable, RouteNode, RouteTable } from '#src/http/contract/operation.ts';
import { BANNER, propertyKey, quote } from './source-text.ts';

type Methods = Partial<Record<HttpMethod, string>>;

interface Node {
  readonly literals: Map<string, Node>;
  readonly mixed: Map<string, { readonly weight: number; readonly node: Node }>;
  parameter: Node | undefined;
  methods: Methods | undefined;
}

/** `routes.gen.ts`: paths without parameters in a record, all others in a trie. */
export function emitRoutes(contract: Contract, runtime: string): string {
  const type = `import type { RouteTable } from ${quote(`${runtime}/http/contract/operation.ts`)};\n\n`;
  return `${BANNER}${type}export const routes: RouteTable = ${printed(routeTable(contract), '')};\n`;
}

/** A value over several lines, so that one path more is only lines more. Objects that hold no others keep one line. */
function printed(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return quote(String(value));
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = Object.entries(value).map(([name, member]) => {
    const text = printed(member, inner);
    return isList ? text : `${propertyKey(name)}: ${text}`;
  });
  const isFlat = Object.values(value).every((member) => typeof member !== 'object');
  const [open, close] = isList ? '[]' : '{}';
  if (members.length === 0) return `${open}${close}`;
  if (isFlat) return isList ? `[${members.join(', ')}]` : `{ ${members.join(', ')} }`;
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`;
}

export function routeTable(contract: Contract): RouteTable {
  const fixed = new Map<string, Methods>();
  const root = newNode();
  for (const { path, method, operationId } of contract.operations) {
    const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    const methods = bare.includes('{') ? methodsAt(root, bare) : methodsOf(fixed, decodeSegment(bare));
    methods[method.toUpperCase() as HttpMethod] = operationId;
  }
  return { static: sortedRecord(fixed, (methods): MethodTable => methods), dynamic: finish(root) };
}

function newNode(): Node {
  return { literals: new Map(), mixed: new Map(), parameter: undefined, methods: undefined };
}

function methodsOf(fixed: Map<string, Methods>, path: string): Methods {
  const methods = fixed.get(path) ?? {};
  fixed.set(path, methods);
  return methods;
}

function methodsAt(root: Node, path: string): Methods {
  let node = root;
  for (const segment of path.slice(1).split('/')) node = childOf(node, segment);
  node.methods ??= {};
  return node.methods;
}

function childOf(node: Node, segment: string): Node {
  if (!segment.includes('{')) {
    const name = decodeSegment(segment);
    const child = node.literals.get(name) ?? newNode();
    node.literals.set(name, child);
    return child;
  }
  if (/^\{[^{}]*\}$/.test(segment)) {
    node.parameter ??= newNode();
    return node.parameter;
  }
  const { source, weight } = segmentPattern(segment);
  const child = node.mixed.get(source) ?? { weight, node: newNode() };
  node.mixed.set(source, child);
  return child.node;
}

/** The matcher compares decoded segments. */
function decodeSegment(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}

/**
 * A segment that mixes text and parameters. Every parameter but the last ends at the first occurrence of the text
 * behind it, so that there is one way to match and the time is linear.
 */
function segmentPattern(segment: string): { source: string; weight: number } {
  const pieces = segment.split(/\{[^{}]*\}/).map(decodeSegment);
  let source = `^${escapeText(pieces[0] as string)}`;
  pieces.slice(1).forEach((after, i) => {
    const last = i === pieces.length - 2;
    source += `${last ? '([\\s\\S]+)' : upTo(after)}${escapeText(after)}`;
  });
  return { source: `${source}$`, weight: pieces.join('').length };
}

function upTo(text: string): string {
  return text === '' ? '([\\s\\S])' : `((?:(?!${escapeText(text)})[\\s\\S])+)`;
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedRecord<Value, Out>(
  map: ReadonlyMap<string, Value>,
  turn: (value: Value) => Out,
): Record<string, Out> {
  const sorted = [...map].sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(sorted.map(([name, value]) => [name, turn(value)]));
}

function finish(node: Node): RouteNode {
  const mixed = [...node.mixed]
    .sort(([a, x], [b, y]) => y.weight - x.weight || compareText(a, b))
    .map(([source, child]): [string, RouteNode] => [source, finish(child.node)]);
  return {
    ...(node.methods && { operations: node.methods }),
    ...(node.literals.size > 0 && { literals: sortedRecord(node.literals, finish) }),
    ...(mixed.length > 0 && { patterns: mixed }),
    ...(node.parameter && { parameter: finish(node.parameter) }),
  };
}
