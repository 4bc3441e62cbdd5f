import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject, valueAt } from './source-text.ts';

/** Questions about a schema whose answers do not depend on the output. */

const COMPONENT = '#/components/schemas/';

/** Name of the component that a schema refers to as a whole. */
export function componentName(schema: Schema): string | undefined {
  if (typeof schema.$ref !== 'string' || !schema.$ref.startsWith(COMPONENT)) return undefined;
  const name = schema.$ref.slice(COMPONENT.length);
  return name.includes('/') ? undefined : name;
}

/** The schema behind any chain of references; an endless chain ends in a schema without keywords. */
export function dereference(schema: Schema, contract: Contract): Schema {
  let current = schema;
  for (let hops = 0; typeof current.$ref === 'string'; hops++) {
    const target = valueAt(contract.document, decodeURIComponent(current.$ref.slice(1)));
    if (!isObject(target) || hops > 100) return {};
    current = target;
  }
  return current;
}

/** Types without `null`; inferred from other keywords where none is written. */
export function typesOf(schema: Schema): readonly string[] {
  const written = Array.isArray(schema.type)
    ? (schema.type as string[])
    : schema.type === undefined
      ? []
      : [String(schema.type)];
  if (written.length > 0) return written.filter((type) => type !== 'null');
  if (isObject(schema.properties) || schema.additionalProperties !== undefined) return ['object'];
  if (schema.items !== undefined) return ['array'];
  return [];
}

export function isNullable(schema: Schema): boolean {
  return (
    schema.nullable === true ||
    schema.type === 'null' ||
    (Array.isArray(schema.type) && schema.type.includes('null'))
  );
}

export function schemasOf(schema: Schema, keyword: string): readonly Schema[] {
  const members = schema[keyword];
  return Array.isArray(members) ? members.filter(isObject) : [];
}

export function propertiesOf(schema: Schema): readonly (readonly [string, Schema])[] {
  if (!isObject(schema.properties)) return [];
  return Object.entries(schema.properties).map(([name, property]) => [
    name,
    isObject(property) ? property : {},
  ]);
}

export function requiredOf(schema: Schema): ReadonlySet<string> {
  return new Set(Array.isArray(schema.required) ? (schema.required as string[]) : []);
}

/** Default of a property, also one that stands behind its reference. */
export function defaultOf(schema: Schema, contract: Contract): unknown {
  return schema.default !== undefined ? schema.default : dereference(schema, contract).default;
}

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
