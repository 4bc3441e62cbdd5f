import type { Schema } from '#codegen/read/contract.ts';

/** The formats that stand for the rule of texts (`src/texts.ts`). */
export const TEXT_FORMATS: ReadonlySet<unknown> = new Set(['line', 'text']);

/** The schema without that rule. A reply shows what is stored, and some of it is older than the rule. */
export function withoutTextRules(schema: Schema): Schema {
  return JSON.parse(
    JSON.stringify(schema, (name, value) =>
      name === 'format' && TEXT_FORMATS.has(value) ? undefined : value,
    ),
  );
}
