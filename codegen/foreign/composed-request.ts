import { schemasOf } from '#codegen/emit/schema-shape.ts';
import { discriminated } from '#codegen/foreign/discriminated.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';

/** Rewrites one schema for the validator of a request. */
type Rewrite = (schema: Schema) => Schema;

/**
 * A copy of a schema in which all that it is composed of is rewritten. A `oneOf` with discriminator tries one variant
 * only, since trying others would leave their defaults behind.
 */
export function composedRequest(
  schema: Schema,
  contract: Contract,
  rewrite: Rewrite,
): Record<string, unknown> {
  const choice = discriminated(schema, contract);
  const { oneOf, anyOf, discriminator, ...rest } = schema;
  const out: Record<string, unknown> = choice === undefined ? { ...schema } : rest;
  if (isObject(out.not)) out.not = rewrite(out.not);
  for (const keyword of ['allOf', 'oneOf', 'anyOf', 'prefixItems']) {
    const members = schemasOf(out, keyword);
    if (members.length > 0) out[keyword] = members.map(rewrite);
  }
  if (choice !== undefined) addChoice(out, choice.property, choice.variants, rewrite);
  return out;
}

function addChoice(
  out: Record<string, unknown>,
  property: string,
  variants: readonly (readonly [tag: string, variant: Schema])[],
  rewrite: Rewrite,
): void {
  const tags = variants.map(([tag]) => tag);
  const rules = variants.map(([tag, variant]) => ({
    if: { type: 'object', required: [property], properties: { [property]: { const: tag } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: rewrite(variant),
  }));
  const tagged = { type: 'object', required: [property], properties: { [property]: { enum: tags } } };
  out.allOf = [...(Array.isArray(out.allOf) ? out.allOf : []), tagged, ...rules];
}
