import { documentNodes } from '#codegen/read/document-nodes.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** OpenAPI 3.0 ignores whatever stands beside a reference, so a limit written there would not hold. */
export const rule: Rule = {
  name: 'nothing-beside-ref',
  check(contract, report) {
    if (contract.version !== '3.0') return;
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      if (kind === 'pathItem' || typeof value.$ref !== 'string') continue;
      const beside = Object.keys(value).filter((name) => name !== '$ref');
      if (beside.length === 0) continue;
      const message = `OpenAPI 3.0 ignores ${beside.join(', ')} beside the $ref.`;
      report(
        pointer,
        message,
        'Move it into the referred object, or wrap the reference: `allOf: [{$ref: …}]`.',
      );
    }
  },
};
