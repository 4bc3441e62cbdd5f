import type { Contract, Schema } from '#codegen/read/contract.ts';
import { defaultOf, discriminated, propertiesOf, schemasOf } from './schema-shape.ts';
import { isObject } from './source-text.ts';

/**
 * A schema rewritten, with the same meaning, so that a validator fills in every default that the types promise:
 * defaults behind references are repeated at the property, and a `oneOf` with discriminator tries one variant only
 * (trying others would leave their defaults behind). The items of a list that is too long are not looked at: every
 * violation is reported, and a body of a megabyte has room for half a million.
 */
export function requestSchema(schema: Schema, contract: Contract): Schema {
  const choice = discriminated(schema, contract);
  const { oneOf, anyOf, discriminator, ...rest } = schema;
  const kept = choice === undefined ? schema : rest;
  const out: Record<string, unknown> = { ...kept };
  if (isObject(kept.properties)) {
    const properties = propertiesOf(kept).map(([name, property]) => [name, withDefault(property, contract)]);
    out.properties = Object.fromEntries(properties);
  }
  for (const keyword of ['items', 'additionalProperties', 'not']) {
    if (isObject(kept[keyword])) out[keyword] = requestSchema(kept[keyword] as Schema, contract);
  }
  for (const keyword of ['allOf', 'oneOf', 'anyOf', 'prefixItems']) {
    const members = schemasOf(kept, keyword);
    if (members.length > 0) out[keyword] = members.map((member) => requestSchema(member, contract));
  }
  if (out.items !== undefined && out.maxItems !== undefined && out.if === undefined) {
    const { items } = out;
    delete out.items;
    out.if = { maxItems: out.maxItems };
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    out.then = { items };
  }
  if (choice !== undefined) addChoice(out, choice.property, choice.variants, contract);
  return out;
}

function withDefault(property: Schema, contract: Contract): Schema {
  const fallback = defaultOf(property, contract);
  if (typeof property.$ref !== 'string' || fallback === undefined) return requestSchema(property, contract);
  const { $ref, nullable } = property;
  return { allOf: [{ $ref }], default: fallback, ...(nullable === true && { nullable }) };
}

function addChoice(
  out: Record<string, unknown>,
  property: string,
  variants: readonly (readonly [tag: string, variant: Schema])[],
  contract: Contract,
): void {
  const tags = variants.map(([tag]) => tag);
  const rules = variants.map(([tag, variant]) => ({
    if: { type: 'object', required: [property], properties: { [property]: { const: tag } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: requestSchema(variant, contract),
  }));
  const tagged = { type: 'object', required: [property], properties: { [property]: { enum: tags } } };
  out.allOf = [...(Array.isArray(out.allOf) ? out.allOf : []), tagged, ...rules];
}
