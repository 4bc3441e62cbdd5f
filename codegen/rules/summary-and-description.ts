import type { Contract } from '#codegen/read/contract.ts';
import { documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import { bareSchema } from '#codegen/rules/input-schemas.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** The contract is the documentation; what it does not say, nobody can read anywhere. */
export const rule: Rule = {
  name: 'summary-and-description',
  check(contract, report) {
    for (const { operationId, summary, description, pointer } of contract.operations) {
      if (isBlank(summary))
        report(pointer, `${operationId} has no summary.`, 'Say in a few words what it does.');
      if (isBlank(description)) {
        report(
          pointer,
          `${operationId} has no description.`,
          'Say what it means and what a client must know.',
        );
      }
    }
    checkSchemas(contract, report);
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      if (kind !== 'parameter' || typeof value.$ref === 'string' || !isBlank(value.description)) continue;
      report(
        pointer,
        `The parameter "${String(value.name)}" has no description.`,
        'Say what it selects or changes.',
      );
    }
  },
};

function checkSchemas(contract: Contract, report: Report): void {
  for (const [name, schema] of contract.schemas) {
    if (!isBlank(schema.description) || !isBlank(bareSchema(contract, schema).description)) continue;
    const pointer = childPointer('/components/schemas', name);
    report(pointer, `The schema ${name} has no description.`, 'Say in a sentence what it stands for.');
  }
}

function isBlank(text: unknown): boolean {
  return typeof text !== 'string' || text.trim() === '';
}
