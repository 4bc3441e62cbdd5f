import type { Schema } from '#codegen/read/contract.ts';
import { bodySchemas, hasType, type InputSchema, parameterSchemas } from '#codegen/rules/input-schemas.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** A text that says nothing of itself would let control characters and invisible names through. */
export const rule: Rule = {
  name: 'text-rule',
  check(contract, report) {
    const inputs = new Map<string, InputSchema>();
    // HTTP lets no control characters into headers, and people write none.
    const parameters = parameterSchemas(contract, (parameter) => parameter.in !== 'header');
    for (const input of [...bodySchemas(contract), ...parameters]) inputs.set(input.pointer, input);
    for (const { schema, pointer } of inputs.values()) {
      if (!hasType(schema, 'string') || saysWhatItHolds(schema)) continue;
      report(
        pointer,
        'This string of a request does not say what it may hold.',
        'Add `format: line` or `format: text` for what people write, else a format, an enum or a pattern from ^ to $.',
      );
    }
  },
};

function saysWhatItHolds({ enum: values, const: value, format, pattern }: Schema): boolean {
  return (
    values !== undefined || value !== undefined || format !== undefined || /^\^.*\$$/su.test(String(pattern))
  );
}
