import { composedRequest } from '#codegen/foreign/composed-request.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import { defaultOf, propertiesOf, unwrapped } from './schema-shape.ts';

/**
 * A schema rewritten, with the same meaning, so that a validator fills in every default that the types promise:
 * defaults behind references are repeated at the property. The items of a list that is too long are not looked at: every
 * violation is reported, and a body of a megabyte has room for half a million.
 */
export function requestSchema(schema: Schema, contract: Contract): Schema {
  const again = (inner: Schema): Schema => requestSchema(inner, contract);
  const out: Record<string, unknown> = composedRequest(schema, contract, again);
  if (isObject(out.properties)) {
    const properties = propertiesOf(out).map(([name, property]) => [name, withDefault(property, contract)]);
    out.properties = Object.fromEntries(properties);
  }
  for (const keyword of ['items', 'additionalProperties']) {
    if (isObject(out[keyword])) out[keyword] = again(out[keyword]);
  }
  if (out.items !== undefined && out.maxItems !== undefined && out.if === undefined) {
    const { items } = out;
    delete out.items;
    out.if = { maxItems: out.maxItems };
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    out.then = { items };
  }
  return out;
}

function withDefault(written: Schema, contract: Contract): Schema {
  const property = unwrapped(written);
  const fallback = defaultOf(property, contract);
  if (typeof property.$ref !== 'string' || fallback === undefined) return requestSchema(property, contract);
  const { $ref, nullable } = property;
  return { allOf: [{ $ref }], default: fallback, ...(nullable === true && { nullable }) };
}
