import { type ObjectShape, objectShape } from '#codegen/emit/object-shape.ts';
import { dereference, schemasOf } from '#codegen/emit/schema-shape.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';

/** All that a schema says of an object, whatever keywords it is composed of. */
export function mergedShape(schema: Schema, contract: Contract): ObjectShape {
  const properties = new Map<string, Schema>();
  const required = new Set<string>();
  let additional: Schema | true | undefined;
  const seen = new Set<Schema>();
  const visit = (written: Schema, always: boolean): void => {
    const node = dereference(written, contract);
    if (seen.has(node)) return;
    seen.add(node);
    const own = objectShape(node, contract);
    for (const [name, property] of own.properties) if (!properties.has(name)) properties.set(name, property);
    if (always) for (const name of own.required) required.add(name);
    additional = own.additional ?? additional;
    for (const member of schemasOf(node, 'allOf')) visit(member, always);
    for (const keyword of ['oneOf', 'anyOf'])
      for (const member of schemasOf(node, keyword)) visit(member, false);
  };
  visit(schema, true);
  return { properties, required, additional };
}
