/** Pieces of TypeScript and JavaScript source that every emitter writes alike. */

export const BANNER =
  '// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.\n';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** A string literal; line separators are escaped by JSON already. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}

/** A property key in a type or an object literal. */
export function propertyKey(name: string): string {
  return IDENTIFIER.test(name) && name !== '__proto__'
    ? name
    : name === '__proto__'
      ? `['__proto__']`
      : quote(name);
}

/** Access to a property of a value. */
export function accessor(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${literal(name)}]`;
}

/** A name that can be declared, for ids that need not be identifiers. */
export function identifier(name: string): string {
  const cleaned = name.replaceAll(/[^\w$]/g, '_');
  return RESERVED.has(cleaned) || !IDENTIFIER.test(cleaned) ? `_${cleaned}` : cleaned;
}

/** Gives every name an identifier of its own, although cleaning may make two names equal. */
export function identifiers(names: Iterable<string>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    let candidate = identifier(name);
    while (taken.has(candidate)) candidate += '_';
    taken.add(candidate);
    given.set(name, candidate);
  }
  return given;
}

/** A union of types, each once. */
export function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}

/** Data as a literal: JSON is one, once strings in it cannot end a line. */
export function literal(value: unknown): string {
  return JSON.stringify(value);
}
