import { childPointer } from '#codegen/read/json-pointer.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** An operation without a success has nothing its handler may answer. */
export const rule: Rule = {
  name: 'success-declared',
  structural: true,
  check(contract, report, { foreign }) {
    for (const { operationId, replies, pointer } of contract.operations) {
      // Others describe operations by `default` or by an upgrade (101) alone.
      const answers = foreign ? replies : replies.filter(({ status }) => /^[23]/.test(status));
      if (answers.length > 0) continue;
      const message = `${operationId} declares no success.`;
      report(childPointer(pointer, 'responses'), message, 'Declare at least one 2xx or 3xx response.');
    }
  },
};
