import { TEXT_FORMATS } from '#codegen/emit/text-rules.ts';
import type { Schema } from '#codegen/read/contract.ts';
import { bodySchemas, hasType, type InputSchema, parameterSchemas } from '#codegen/rules/input-schemas.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** Input without a limit is memory and time that any caller may spend. */
export const rule: Rule = {
  name: 'bounded-input',
  check(contract, report) {
    const inputs = new Map<string, InputSchema>();
    for (const input of [...bodySchemas(contract), ...parameterSchemas(contract)])
      inputs.set(input.pointer, input);
    for (const { schema, pointer } of inputs.values()) {
      if (schema.enum !== undefined || schema.const !== undefined) continue;
      for (const [type, limits, remedy] of LIMITS) {
        if (!hasType(schema, type) || limits.every((choice) => choice.some((name) => isSet(schema, name))))
          continue;
        report(pointer, `This ${type} of a request has no limit.`, remedy);
      }
    }
  },
};

type Limits = readonly (readonly string[])[];

const RANGE: Limits = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
];

/** For each type the keywords of which one in each group has to stand. */
const LIMITS: readonly (readonly [string, Limits, string])[] = [
  ['string', [['maxLength', 'format', 'pattern']], 'Add `maxLength`, or a format, pattern or enum.'],
  ['integer', RANGE, 'Add `minimum` and `maximum`.'],
  ['number', RANGE, 'Add `minimum` and `maximum`.'],
  ['array', [['maxItems']], 'Add `maxItems`.'],
];

/** In 3.0 `exclusiveMinimum` is a flag and no limit by itself; a text of people may be of any length. */
function isSet(schema: Schema, name: string): boolean {
  if (name === 'format' && TEXT_FORMATS.has(schema[name])) return false;
  return schema[name] !== undefined && typeof schema[name] !== 'boolean';
}
