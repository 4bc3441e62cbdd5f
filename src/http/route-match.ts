import type { HttpMethod, MethodTable, RouteNode, RouteTable } from '#src/http/operation.ts';

export interface RouteMatch {
  readonly methods: MethodTable;
  /** Decoded values in the order of the path's parameters. */
  readonly values: readonly string[];
}

const NO_VALUES: readonly string[] = [];
const METHOD_ORDER = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const;

/** Finds the operations at a path. Cost depends on the path's segments, not on the number of operations. */
export class RouteMatcher {
  readonly #table: RouteTable;
  readonly #fixed: ReadonlyMap<string, RouteMatch>;
  readonly #patterns = new Map<string, RegExp>();

  constructor(table: RouteTable) {
    this.#table = table;
    this.#fixed = new Map(
      Object.entries(table.static).map(([path, methods]) => [path, { methods, values: NO_VALUES }]),
    );
  }

  /** Takes the path as sent, with well-formed percent-encoding; an encoded slash stays inside its segment. */
  match(path: string): RouteMatch | undefined {
    const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    const fixed = this.#fixed.get(bare);
    if (fixed !== undefined) return fixed;
    const segments = bare.slice(1).split('/');
    if (bare.includes('%')) {
      for (let i = 0; i < segments.length; i++) segments[i] = decodeURIComponent(segments[i] as string);
      const decoded = segments.some((segment) => segment.includes('/'))
        ? undefined
        : this.#fixed.get(`/${segments.join('/')}`);
      if (decoded !== undefined) return decoded;
    }
    const values: string[] = [];
    const methods = this.#descend(this.#table.dynamic, segments, 0, values);
    return methods === undefined ? undefined : { methods, values };
  }

  /** Depth first, most specific child first: a literal segment wins over a mixed one, that over a parameter. */
  #descend(
    node: RouteNode,
    segments: readonly string[],
    depth: number,
    values: string[],
  ): MethodTable | undefined {
    if (depth === segments.length) return node.o;
    const segment = segments[depth] as string;
    if (node.s !== undefined && Object.hasOwn(node.s, segment)) {
      const found = this.#descend(node.s[segment] as RouteNode, segments, depth + 1, values);
      if (found !== undefined) return found;
    }
    if (segment === '') return undefined;
    return this.#mixed(node, segments, depth, values) ?? this.#parameter(node, segments, depth, values);
  }

  #mixed(
    node: RouteNode,
    segments: readonly string[],
    depth: number,
    values: string[],
  ): MethodTable | undefined {
    const kept = values.length;
    for (const [source, child] of node.m ?? []) {
      const captured = this.#pattern(source).exec(segments[depth] as string);
      if (captured === null) continue;
      values.push(...captured.slice(1));
      const found = this.#descend(child, segments, depth + 1, values);
      if (found !== undefined) return found;
      values.length = kept;
    }
    return undefined;
  }

  #parameter(
    node: RouteNode,
    segments: readonly string[],
    depth: number,
    values: string[],
  ): MethodTable | undefined {
    if (node.p === undefined) return undefined;
    const kept = values.length;
    values.push(segments[depth] as string);
    const found = this.#descend(node.p, segments, depth + 1, values);
    if (found === undefined) values.length = kept;
    return found;
  }

  #pattern(source: string): RegExp {
    let pattern = this.#patterns.get(source);
    if (pattern === undefined) {
      pattern = new RegExp(source, 'u');
      this.#patterns.set(source, pattern);
    }
    return pattern;
  }
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
