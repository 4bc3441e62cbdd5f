import type { Access, Operation } from '#codegen/read/contract.ts';
import { identifier, nameFromPath } from '#codegen/read/operation-name.ts';
import type { FoundOperation } from '#codegen/read/reading.ts';

/** Values that are derived when a foreign document lacks our extensions. */

/** Names of operations: what the document states as an identifier, else made of method and path. */
export function madeUpNames(found: readonly FoundOperation[]): string[] {
  const names = new OperationNames();
  const stated = found.map(({ operation }) => {
    const { operationId } = operation.value;
    return typeof operationId === 'string' && operationId !== '' ? names.stated(operationId) : undefined;
  });
  // Made-up names come second, so that they never take one that the document states.
  return found.map(({ method, path }, index) => stated[index] ?? names.made(nameFromPath(method, path)));
}

/** The folder of a handler, after the area or the tag of its operation. */
export function madeUpArea(area: string | undefined, tags: readonly string[]): string {
  return kebabCase(area ?? tags[0] ?? '') || 'default';
}

/** The access of an operation, derived from its `security`. */
export function madeUpAccess(security: Operation['security']): Access {
  if (security.length === 0) return 'public';
  return security.some((names) => names.length === 0) ? 'optional' : 'user';
}

function kebabCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}

/** Gives every operation an identifier; equal ids stay equal, for a rule to refuse. */
class OperationNames {
  readonly #byId = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The identifier for an id that the document states. */
  stated(operationId: string): string {
    const known = this.#byId.get(operationId);
    if (known !== undefined) return known;
    const name = this.made(identifier(operationId));
    this.#byId.set(operationId, name);
    return name;
  }

  /** A name nobody else has; a number is added when the wish is taken. */
  made(wish: string): string {
    let name = wish;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = `${wish}${number}`;
    // Handler files are named after operations, and some file systems ignore case.
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
