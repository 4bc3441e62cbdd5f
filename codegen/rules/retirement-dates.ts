import { childPointer } from '#codegen/read/json-pointer.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** Clients are told since when an operation is deprecated and until when it works, and both tellings agree. */
export const rule: Rule = {
  name: 'retirement-dates',
  check(contract, report) {
    for (const { operationId, deprecated, deprecatedSince, sunset, pointer } of contract.operations) {
      if (deprecated && deprecatedSince === undefined) {
        const message = `${operationId} is deprecated and does not say since when.`;
        report(childPointer(pointer, 'deprecated'), message, 'Add `x-deprecated-since: <date>`.');
      }
      if (!deprecated && (deprecatedSince ?? sunset) !== undefined) {
        const message = `${operationId} has dates of its retirement and is not deprecated.`;
        report(pointer, message, 'Add `deprecated: true`, or remove the dates.');
      }
      if (deprecatedSince === undefined || sunset === undefined) continue;
      if (Date.parse(sunset) >= Date.parse(deprecatedSince)) continue;
      const message = `${operationId} would be gone before it is deprecated.`;
      report(childPointer(pointer, 'x-sunset'), message, 'Correct one of the two dates.');
    }
  },
};
