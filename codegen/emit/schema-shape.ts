import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject, valueAt } from '#codegen/read/json-pointer.ts';

/** Questions about a schema whose answers do not depend on the output. */

const COMPONENT = '#/components/schemas/';

/** Name of the component that a schema refers to as a whole. */
export function componentName(schema: Schema): string | undefined {
  if (typeof schema.$ref !== 'string' || !schema.$ref.startsWith(COMPONENT)) return undefined;
  const name = schema.$ref.slice(COMPONENT.length);
  return name.includes('/') ? undefined : name;
}

/** What may stand around a reference that is wrapped for its sake alone: it says nothing more of the value. */
const BESIDE_WRAPPED = new Set(['allOf', 'nullable', 'default', 'title', 'description', 'example']);

/** A reference in the wrapper that 3.0 asks for where anything stands beside it, as the reference itself. */
export function unwrapped(schema: Schema): Schema {
  const [member, ...others] = schemasOf(schema, 'allOf');
  if (member === undefined || others.length > 0 || typeof member.$ref !== 'string') return schema;
  const says = (keyword: string) => !BESIDE_WRAPPED.has(keyword) && !keyword.startsWith('x-');
  if (Object.keys(schema).some(says)) return schema;
  const { allOf: _wrapped, ...beside } = schema;
  return { ...beside, $ref: member.$ref };
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

/** True when a schema consists of several others, or permits several types. */
export function isComposed(schema: Schema): boolean {
  return (
    ['allOf', 'oneOf', 'anyOf'].some((keyword) => schemasOf(schema, keyword).length > 0) ||
    typesOf(schema).length > 1
  );
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
