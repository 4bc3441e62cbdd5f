import type { Contract, Schema } from '#codegen/read/contract.ts';
import { dereference, isNullable, propertiesOf, requiredOf, schemasOf, typesOf } from './schema-shape.ts';
import { isObject, literal } from './source-text.ts';

/** All properties that a schema declares, whatever keywords it is composed of. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  readonly additional: Schema | boolean | undefined;
}

export function objectShape(schema: Schema, contract: Contract): ObjectShape {
  const properties = new Map<string, Schema>();
  const required = new Set<string>();
  let additional: Schema | boolean | undefined;
  const seen = new Set<Schema>();
  const visit = (written: Schema, always: boolean): void => {
    const node = dereference(written, contract);
    if (seen.has(node)) return;
    seen.add(node);
    for (const [name, property] of propertiesOf(node)) {
      // What is only to be received is never sent.
      if (dereference(property, contract).writeOnly !== true && !properties.has(name))
        properties.set(name, property);
    }
    if (always) for (const name of requiredOf(node)) required.add(name);
    const more = node.additionalProperties ?? (isObject(node.patternProperties) ? true : undefined);
    if (isObject(more) || more === true)
      additional = isObject(more) && Object.keys(more).length > 0 ? more : true;
    for (const member of schemasOf(node, 'allOf')) visit(member, always);
    for (const keyword of ['oneOf', 'anyOf'])
      for (const member of schemasOf(node, keyword)) visit(member, false);
  };
  visit(schema, true);
  return { properties, required, additional };
}

/** Condition under which a value is of a variant, and how much the variant asks for. */
export function variantTest(
  written: Schema,
  value: string,
  contract: Contract,
): { test: string; weight: number } {
  const schema = dereference(written, contract);
  const tests: string[] = [];
  let weight = 0;
  if (isNullable(schema)) tests.push(`${value} === null`);
  const values =
    schema.const !== undefined ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined;
  if (values !== undefined)
    return { test: values.map((one) => `${value} === ${literal(one)}`).join(' || '), weight: 1000 };
  for (const type of kindsOf(schema, contract)) {
    if (type !== 'object') tests.push(KINDS[type]?.replaceAll('$', value) ?? 'true');
    else {
      const conditions = objectConditions(schema, value, contract);
      weight = conditions.length;
      tests.push(conditions.join(' && '));
    }
  }
  return { test: tests.join(' || ') || 'true', weight: tests.length === 0 ? -1 : weight };
}

const KINDS: Readonly<Record<string, string>> = {
  string: "typeof $ === 'string'",
  integer: 'Number.isInteger($)',
  number: "typeof $ === 'number'",
  boolean: "typeof $ === 'boolean'",
  array: 'Array.isArray($)',
  null: '$ === null',
};

function kindsOf(schema: Schema, contract: Contract): readonly string[] {
  const types = typesOf(schema);
  if (types.length > 0 || schema.type === 'null') return types;
  return objectShape(schema, contract).properties.size > 0 ? ['object'] : [];
}

function objectConditions(schema: Schema, value: string, contract: Contract): string[] {
  const { properties, required } = objectShape(schema, contract);
  const conditions = [`typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value})`];
  for (const name of required) {
    const property = dereference(properties.get(name) ?? {}, contract);
    const read = `${value}[${literal(name)}]`;
    conditions.push(`${read} !== undefined`);
    const values =
      property.const !== undefined ? [property.const] : Array.isArray(property.enum) ? property.enum : [];
    if (values.length > 0)
      conditions.push(`(${values.map((one) => `${read} === ${literal(one)}`).join(' || ')})`);
  }
  return conditions;
}
