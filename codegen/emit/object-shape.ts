import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import { dereference, propertiesOf, requiredOf } from './schema-shape.ts';

/** The properties of an object that is sent. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  /** Schema of properties that the schema does not name; `true` for any value. */
  readonly additional: Schema | true | undefined;
}

export function objectShape(schema: Schema, contract: Contract): ObjectShape {
  // What is only to be received is never sent.
  const sent = propertiesOf(schema).filter(
    ([, property]) => dereference(property, contract).writeOnly !== true,
  );
  const more = schema.additionalProperties ?? (isObject(schema.patternProperties) ? true : undefined);
  const additional = isObject(more) && Object.keys(more).length > 0 ? more : isObject(more) || more === true;
  return {
    properties: new Map(sent),
    required: requiredOf(schema),
    additional: additional === false ? undefined : additional,
  };
}
