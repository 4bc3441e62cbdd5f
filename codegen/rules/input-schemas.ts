import type { Contract, Parameter, Schema } from '#codegen/read/contract.ts';
import { type DocumentNode, nodesFrom } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject, referencePointer } from '#codegen/read/json-pointer.ts';
import { readSchema } from '#codegen/read/read-content.ts';

/** A schema that takes part in judging a request. */
export interface InputSchema {
  readonly schema: Schema;
  readonly pointer: string;
}

/** Every schema that a request body can reach, through references too, each once. */
export function bodySchemas(contract: Contract): InputSchema[] {
  const roots: InputSchema[] = [];
  for (const { body } of contract.operations) {
    for (const { schema, pointer } of body?.media ?? []) {
      if (schema !== undefined) roots.push({ schema, pointer: childPointer(pointer, 'schema') });
    }
  }
  return reachable(contract, roots);
}

/** Every schema that a parameter can reach, each once; those of all parameters where none are chosen. */
export function parameterSchemas(
  contract: Contract,
  isChosen: (parameter: Parameter) => boolean = () => true,
): InputSchema[] {
  const roots: InputSchema[] = [];
  for (const { parameters } of contract.operations) {
    for (const { schema, pointer, mediaType } of parameters.filter(isChosen)) {
      // Behind `content` stands one media type, whose name the pointer would need as it is written.
      const place =
        mediaType === undefined ? childPointer(pointer, 'schema') : childPointer(pointer, 'content');
      roots.push({ schema, pointer: place });
    }
  }
  return reachable(contract, roots);
}

function reachable(contract: Contract, roots: readonly InputSchema[]): InputSchema[] {
  const found = new Map<string, InputSchema>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.pointer)) continue;
    for (const node of nodesFrom({ kind: 'schema', value: next.schema, pointer: next.pointer })) {
      if (node.kind !== 'schema' || found.has(node.pointer)) continue;
      found.set(node.pointer, { schema: node.value, pointer: node.pointer });
      const target = referenced(contract, node);
      if (target !== undefined) waiting.push(target);
    }
  }
  return [...found.values()];
}

function referenced(contract: Contract, { value }: DocumentNode): InputSchema | undefined {
  if (typeof value.$ref !== 'string') return undefined;
  const schema = contract.resolve(value.$ref);
  const pointer = referencePointer(value.$ref);
  return schema === undefined || pointer === undefined ? undefined : { schema, pointer };
}

/** True when the schema names the type. */
export function hasType(schema: Schema, type: string): boolean {
  return schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type));
}

/** A schema with references, and wrappers of one member such as a nullable reference, taken away. */
export function bareSchema(contract: Contract, schema: Schema): Schema {
  let current = schema;
  for (let step = 0; step < 100; step += 1) {
    const only = Array.isArray(current.allOf) && current.allOf.length === 1 ? current.allOf[0] : undefined;
    const next = typeof current.$ref === 'string' ? contract.resolve(current.$ref) : readSchema(only);
    if (!isObject(next)) return current;
    current = next;
  }
  return current;
}
