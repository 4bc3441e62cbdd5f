import { childPointer } from '#codegen/read/json-pointer.ts';
import { inTextOrder } from '#codegen/rules/path-template.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** Handlers are found by operationId, so two operations with one would share a handler. */
export const rule: Rule = {
  name: 'unique-operation-id',
  structural: true,
  check(contract, report) {
    const first = new Map<string, string>();
    // Handler files are named after operations, and some file systems ignore case.
    for (const { operationId, pointer } of inTextOrder(contract)) {
      const key = operationId.toLowerCase();
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, pointer);
      else {
        const { line } = contract.position(earlier);
        const message = `The operationId "${operationId}" is taken by the operation in line ${line}.`;
        report(childPointer(pointer, 'operationId'), message, 'Give one of the two another operationId.');
      }
    }
  },
};
