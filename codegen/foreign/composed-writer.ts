import type { ObjectShape } from '#codegen/emit/object-shape.ts';
import { dereference, schemasOf, typesOf } from '#codegen/emit/schema-shape.ts';
import { accessor, identifier, quote } from '#codegen/emit/source-text.ts';
import { type Discriminated, discriminated } from '#codegen/foreign/discriminated.ts';
import { mergedShape } from '#codegen/foreign/merged-shape.ts';
import { variantTest } from '#codegen/foreign/variant-test.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';

/** The value that is written: its expression, what messages call it by, and the expression of that. */
interface Written {
  readonly value: string;
  readonly label: string;
  readonly path: string;
}

/** The dependencies of serializers of composed schemas. */
export interface ComposedParts {
  readonly contract: Contract;
  isScalar(schema: Schema): boolean;
  /** Each gives an expression that writes the value. */
  write(schema: Schema, written: Written): string;
  object(shape: ObjectShape, written: Written): string;
  call(body: string, written: Written): string;
}

/** Expression that writes a value whose schema is made of others. */
export function writeComposed(parts: ComposedParts, schema: Schema, written: Written): string {
  const { contract } = parts;
  const members = schemasOf(schema, 'allOf');
  const variants = [...schemasOf(schema, 'oneOf'), ...schemasOf(schema, 'anyOf')];
  const types = typesOf(schema);
  const [first] = members;
  if (first !== undefined && members.length === 1 && variants.length === 0 && !isObject(schema.properties)) {
    return parts.write(first, written);
  }
  if (members.length > 0 || isObject(schema.properties)) {
    const typed = members.find((member) => parts.isScalar(member));
    const shape = mergedShape(schema, contract);
    return shape.properties.size > 0 || typed === undefined
      ? parts.object(shape, written)
      : parts.write(typed, written);
  }
  if (variants.some((variant) => saysWhat(variant, contract))) {
    const tagged = discriminated(schema, contract);
    return tagged === undefined
      ? writeVariants(parts, variants, written)
      : writeTagged(parts, tagged, written);
  }
  const single = { ...schema, nullable: false, oneOf: undefined, anyOf: undefined };
  if (types.length <= 1) return parts.write(single, written);
  return writeVariants(
    parts,
    types.map((type): Schema => ({ ...single, type })),
    written,
  );
}

/** A variant such as `{required: [a]}` constrains the object around it and is nothing to write. */
function saysWhat(variant: Schema, contract: Contract): boolean {
  const shape = dereference(variant, contract);
  return (
    shape.type !== undefined ||
    ['properties', 'items', 'allOf', 'oneOf', 'anyOf', 'enum', 'const'].some((keyword) => keyword in shape)
  );
}

function writeTagged(parts: ComposedParts, { property, variants }: Discriminated, written: Written): string {
  const inside = { ...written, value: 'value', path: 'path' };
  const cases = variants.map(
    ([tag, variant]) => `    case ${quote(tag)}:\n      return ${parts.write(variant, inside)};\n`,
  );
  const body = `  switch (object(value, path)${accessor(property)}) {\n${cases.join('')}  }\n`;
  return parts.call(`${body}  fail(path, 'a declared ${identifier(property)}', value);\n`, written);
}

/** The variant that asks for most is tried first, because the others would drop what only it declares. */
function writeVariants(parts: ComposedParts, variants: readonly Schema[], written: Written): string {
  const inside = { ...written, value: 'value', path: 'path' };
  const lines = variants
    .map((variant) => ({ variant, ...variantTest(variant, 'value', parts.contract) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ test, variant }) => `  if (${test}) return ${parts.write(variant, inside)};\n`);
  return parts.call(`${lines.join('')}  fail(path, 'a declared variant', value);\n`, written);
}
