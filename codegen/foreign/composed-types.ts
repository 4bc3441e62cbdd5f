import { schemasOf } from '#codegen/emit/schema-shape.ts';
import { union } from '#codegen/emit/source-text.ts';
import type { TypeMode } from '#codegen/emit/type-mode.ts';
import { discriminated } from '#codegen/foreign/discriminated.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';

/** Types that a schema is composed of, each of which a value has. */
export function composedTypes(
  schema: Schema,
  mode: TypeMode,
  contract: Contract,
  print: (schema: Schema, mode: TypeMode) => string,
): string[] {
  const parts = schemasOf(schema, 'allOf').map((member) => print(member, mode));
  // Validation fills in no defaults while it tries variants, so only a discriminated choice has them.
  const inner = mode === 'input' && discriminated(schema, contract) === undefined ? 'wire' : mode;
  for (const keyword of ['oneOf', 'anyOf']) {
    const variants = schemasOf(schema, keyword).map((member) => print(member, inner));
    if (variants.length > 0) parts.push(union(variants));
  }
  return parts.filter((part) => part !== 'unknown');
}
