import { childPointer } from '#codegen/read/json-pointer.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** An operation without a success has nothing its handler may answer. */
export const rule: Rule = {
  name: 'success-declared',
  check(contract, report) {
    for (const { operationId, replies, pointer } of contract.operations) {
      if (replies.some(({ status }) => /^[23]/.test(status))) continue;
      const message = `${operationId} declares no success.`;
      report(childPointer(pointer, 'responses'), message, 'Declare at least one 2xx or 3xx response.');
    }
  },
};
