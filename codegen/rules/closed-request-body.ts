import type { Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import { bodySchemas, hasType } from '#codegen/rules/input-schemas.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** A body that takes unknown fields hides the caller's typing errors and lets unchecked data through. */
export const rule: Rule = {
  name: 'closed-request-body',
  check(contract, report) {
    for (const { schema, pointer } of bodySchemas(contract)) {
      if (!hasType(schema, 'object') && schema.properties === undefined) continue;
      if (schema.additionalProperties === false || schema.unevaluatedProperties === false) continue;
      if (!isFreeMap(schema)) {
        const remedy = 'Add `additionalProperties: false`, or type the values and set `maxProperties`.';
        report(pointer, 'This object of a request body takes any field.', remedy);
      } else if (!Number.isSafeInteger(schema.maxProperties)) {
        report(pointer, 'This map of a request body has no limit.', 'Add `maxProperties`.');
      }
    }
  },
};

function isFreeMap({ additionalProperties }: Schema): boolean {
  return additionalProperties === true || isObject(additionalProperties);
}
