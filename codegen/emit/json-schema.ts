import { unnamed, unnamedSchemas } from '#codegen/foreign/unnamed-schemas.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';

/**
 * OpenAPI schemas as JSON Schema 2020-12. Keywords are taken from a list, so that nothing a validator does
 * not know (examples, XML, extensions) gets through.
 */

type Version = Contract['version'];

/** Keywords whose value is one schema, a list of schemas, or schemas by name. */
const ONE = [
  'not',
  'items',
  'additionalProperties',
  'contains',
  'propertyNames',
  'if',
  'then',
  'else',
] as const;
const ONE_31 = ['unevaluatedItems', 'unevaluatedProperties'] as const;
const MANY = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
const NAMED = ['properties', 'patternProperties', 'dependentSchemas', '$defs'] as const;
/** Keywords whose value is data and is copied as it is. */
const PLAIN = [
  'type',
  'enum',
  'const',
  'default',
  'format',
  'pattern',
  'required',
  'multipleOf',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'title',
  'description',
] as const;

const COMPONENT = '#/components/schemas/';

/** `#/components/schemas/Name…` as the reference to the same place in the components document. */
function definitionRef(ref: string): string {
  if (ref.startsWith(COMPONENT)) return `contract#/$defs/${ref.slice(COMPONENT.length)}`;
  return ref.startsWith('#/') ? `contract#/$defs/${unnamed(ref)}` : ref;
}

function convertChild(value: unknown, version: Version): unknown {
  return isObject(value) ? toJsonSchema(value, version) : value;
}

function copyKeywords(schema: Schema, version: Version): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const keyword of PLAIN) if (schema[keyword] !== undefined) out[keyword] = schema[keyword];
  const single = version === '3.1' ? [...ONE, ...ONE_31] : ONE;
  for (const keyword of single) {
    if (schema[keyword] !== undefined) out[keyword] = convertChild(schema[keyword], version);
  }
  for (const keyword of MANY) {
    const members = schema[keyword];
    if (Array.isArray(members)) out[keyword] = members.map((member) => convertChild(member, version));
  }
  for (const keyword of NAMED) {
    const members = schema[keyword];
    if (isObject(members)) out[keyword] = convertNamed(members, version);
  }
  return out;
}

function convertNamed(members: Schema, version: Version): Schema {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, convertChild(member, version)]),
  );
}

/** In 3.0 the exclusive limits are flags beside the limit. */
function convertLimits(out: Record<string, unknown>): void {
  for (const [flag, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof out[flag] !== 'boolean') continue;
    if (out[flag] === true && out[limit] !== undefined) {
      out[flag] = out[limit];
      delete out[limit];
    } else delete out[flag];
  }
}

/**
 * A composed schema cannot be widened from inside; a default must stay where validators look for it. A value that is not
 * null is judged by the rest alone, so that its violations say nothing of null.
 */
function orNull(out: Record<string, unknown>): Schema {
  const { default: fallback, title, description, ...rest } = out;
  const outer: Record<string, unknown> = { if: { type: 'null' }, else: rest };
  for (const [keyword, value] of Object.entries({ default: fallback, title, description })) {
    if (value !== undefined) outer[keyword] = value;
  }
  return outer;
}

function makeNullable(out: Record<string, unknown>): Schema {
  if (['$ref', 'allOf', 'anyOf', 'oneOf', 'not'].some((keyword) => out[keyword] !== undefined))
    return orNull(out);
  if (typeof out.type === 'string') out.type = [out.type, 'null'];
  if (Array.isArray(out.enum) && !out.enum.includes(null)) out.enum = [...out.enum, null];
  return out;
}

/** One schema as JSON Schema; references to components point into {@link componentsDocument}. */
export function toJsonSchema(schema: Schema, version: Version): Schema {
  const ref = typeof schema.$ref === 'string' ? definitionRef(schema.$ref) : undefined;
  if (version === '3.1')
    return { ...(ref === undefined ? {} : { $ref: ref }), ...copyKeywords(schema, version) };
  // Beside a reference 3.0 ignores everything; `nullable` is honoured because its writers mean it.
  if (ref !== undefined) return schema.nullable === true ? orNull({ $ref: ref }) : { $ref: ref };
  const out = copyKeywords(schema, version);
  convertLimits(out);
  return schema.nullable === true ? makeNullable(out) : out;
}

/** All component schemas in one document, for `contract#/$defs/Name`. */
export function componentsDocument(contract: Contract): Schema {
  const definitions: Record<string, Schema> = {};
  const all = [...contract.schemas, ...unnamedSchemas(contract)];
  for (const [name, schema] of all) definitions[name] = toJsonSchema(schema, contract.version);
  return { $id: 'contract', $defs: definitions };
}
