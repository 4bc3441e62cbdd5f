import { dereference, isNullable, typesOf } from '#codegen/emit/schema-shape.ts';
import { literal } from '#codegen/emit/source-text.ts';
import { mergedShape } from '#codegen/foreign/merged-shape.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';

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
  return mergedShape(schema, contract).properties.size > 0 ? ['object'] : [];
}

function objectConditions(schema: Schema, value: string, contract: Contract): string[] {
  const { properties, required } = mergedShape(schema, contract);
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
