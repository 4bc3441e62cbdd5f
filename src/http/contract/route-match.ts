import type { HttpMethod, MethodTable, RouteNode, RouteTable } from '#src/http/contract/operation.ts';

export interface RouteMatch {
  readonly methods: MethodTable;
  /** Decoded values in the order of the path's parameters. */
  readonly values: readonly string[];
}

const NO_VALUES: readonly string[] = [];
const METHOD_ORDER = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const;

/** Finds the operations at a path. Cost depends on the path's segments, not on the number of operations. */
export class RouteMatcher {
  readonly #fixed: ReadonlyMap<string, RouteMatch>;
  readonly #dynamic: RouteStep;

  constructor(table: RouteTable) {
    this.#fixed = new Map(
      Object.entries(table.static).map(([path, methods]) => [path, { methods, values: NO_VALUES }]),
    );
    this.#dynamic = new RouteStep(table.dynamic);
  }

  /** Takes the path as sent, with well-formed percent-encoding; an encoded slash stays inside its segment. */
  match(path: string): RouteMatch | undefined {
    const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    const fixed = this.#fixed.get(bare);
    if (fixed !== undefined) return fixed;
    const segments = segmentsOf(bare);
    if (bare.includes('%')) {
      for (let i = 0; i < segments.length; i++) segments[i] = decodeURIComponent(segments[i] as string);
      const decoded = segments.some((segment) => segment.includes('/'))
        ? undefined
        : this.#fixed.get(`/${segments.join('/')}`);
      if (decoded !== undefined) return decoded;
    }
    const values: string[] = [];
    const methods = descend(this.#dynamic, segments, 0, values);
    return methods === undefined ? undefined : { methods, values };
  }
}

/** Returns the texts between the slashes. `split` does the same, but not in compiled code. */
function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  let start = 1;
  for (let end = path.indexOf('/', start); end >= 0; end = path.indexOf('/', start)) {
    segments.push(path.slice(start, end));
    start = end + 1;
  }
  segments.push(path.slice(start));
  return segments;
}

/** One level of the trie; the levels below are made ready when a path first leads to them. */
class RouteStep {
  readonly methods: MethodTable | undefined;
  readonly #node: RouteNode;
  #literals: ReadonlyMap<string, RouteStep> | undefined;
  #patterns: readonly (readonly [pattern: RegExp, step: RouteStep])[] | undefined;
  #parameter: RouteStep | undefined;

  constructor(node: RouteNode) {
    this.#node = node;
    this.methods = node.operations;
  }

  literal(segment: string): RouteStep | undefined {
    this.#literals ??= new Map(
      Object.entries(this.#node.literals ?? {}).map(([text, node]) => [text, new RouteStep(node)]),
    );
    return this.#literals.get(segment);
  }

  get patterns(): readonly (readonly [pattern: RegExp, step: RouteStep])[] {
    this.#patterns ??= (this.#node.patterns ?? []).map(([source, node]) => [
      new RegExp(source, 'u'),
      new RouteStep(node),
    ]);
    return this.#patterns;
  }

  get parameter(): RouteStep | undefined {
    const { parameter } = this.#node;
    if (this.#parameter === undefined && parameter !== undefined) this.#parameter = new RouteStep(parameter);
    return this.#parameter;
  }
}

/** Depth first, most specific step first: a literal segment wins over a mixed one, that over a parameter. */
function descend(
  step: RouteStep,
  segments: readonly string[],
  depth: number,
  values: string[],
): MethodTable | undefined {
  if (depth === segments.length) return step.methods;
  const segment = segments[depth] as string;
  const literal = step.literal(segment);
  if (literal !== undefined) {
    const found = descend(literal, segments, depth + 1, values);
    if (found !== undefined) return found;
  }
  if (segment === '') return undefined;
  for (const [pattern, next] of step.patterns) {
    const captured = pattern.exec(segment);
    const found = captured === null ? undefined : below(next, segments, depth, values, captured.slice(1));
    if (found !== undefined) return found;
  }
  const { parameter } = step;
  return parameter === undefined ? undefined : below(parameter, segments, depth, values, [segment]);
}

/** Goes on with more values, and forgets them where it leads nowhere. */
function below(
  step: RouteStep,
  segments: readonly string[],
  depth: number,
  values: string[],
  more: readonly string[],
): MethodTable | undefined {
  const kept = values.length;
  values.push(...more);
  const found = descend(step, segments, depth + 1, values);
  if (found === undefined) values.length = kept;
  return found;
}

/** Operation for a method; HEAD is answered by GET. */
export function operationFor(methods: MethodTable, method: string): string | undefined {
  const known = Object.hasOwn(methods, method) ? methods[method as HttpMethod] : undefined;
  return known ?? (method === 'HEAD' ? methods.GET : undefined);
}

/** Value of `Allow`: the declared methods, HEAD with every GET, and OPTIONS. */
export function allowHeader(methods: MethodTable): string {
  const allowed = METHOD_ORDER.filter((method) => operationFor(methods, method) !== undefined);
  return [...allowed, 'OPTIONS'].join(', ');
}
