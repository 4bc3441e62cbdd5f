import { createHash } from 'node:crypto';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { documentNodes } from '#codegen/read/document-nodes.ts';

const COMPONENT = '#/components/schemas/';

/** Name of a definition for a schema that a reference finds in the middle of the document. */
export function unnamed(ref: string): string {
  return `at-${createHash('sha256').update(ref).digest('hex').slice(0, 16)}`;
}

/** Schemas that references find outside of the components, by the name that {@link unnamed} gives them. */
export function unnamedSchemas(contract: Contract): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  for (const { kind, value } of documentNodes(contract.document)) {
    if (kind !== 'schema' || typeof value.$ref !== 'string' || value.$ref.startsWith(COMPONENT)) continue;
    const target = contract.resolve(value.$ref);
    if (target !== undefined) found.set(unnamed(value.$ref), target);
  }
  return found;
}
