import { componentName, dereference, propertiesOf, schemasOf } from '#codegen/emit/schema-shape.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';

/** Tag of a `oneOf` with discriminator and the variants by its values; undefined when it cannot be told. */
export interface Discriminated {
  readonly property: string;
  readonly variants: readonly (readonly [tag: string, variant: Schema])[];
}

export function discriminated(schema: Schema, contract: Contract): Discriminated | undefined {
  const written = schema.discriminator;
  if (!isObject(written) || typeof written.propertyName !== 'string') return undefined;
  const property = written.propertyName;
  const variants: (readonly [string, Schema])[] = [];
  const members = [...schemasOf(schema, 'oneOf'), ...schemasOf(schema, 'anyOf')];
  for (const variant of members) {
    const tags = tagsOf(variant, property, isObject(written.mapping) ? written.mapping : {}, contract);
    if (tags.length === 0) return undefined;
    for (const tag of tags) variants.push([tag, variant]);
  }
  return variants.length === 0 ? undefined : { property, variants };
}

/** By the mapping, else by the values the variant allows, else by its name. */
function tagsOf(variant: Schema, property: string, mapping: Schema, contract: Contract): readonly string[] {
  const name = componentName(variant);
  const mapped = Object.entries(mapping).filter(([, target]) => target === variant.$ref || target === name);
  if (mapped.length > 0 && name !== undefined) return mapped.map(([tag]) => tag);
  const tag = propertiesOf(dereference(variant, contract)).find(([candidate]) => candidate === property)?.[1];
  const shape = tag === undefined ? {} : dereference(tag, contract);
  if (typeof shape.const === 'string') return [shape.const];
  if (Array.isArray(shape.enum)) return shape.enum.filter((value) => typeof value === 'string');
  return name === undefined ? [] : [name];
}
