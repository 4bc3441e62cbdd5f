import type { Contract } from '#codegen/read/contract.ts';
import { documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject } from '#codegen/read/json-pointer.ts';
import { isReservedName } from '#codegen/read/operation-name.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;

/** One way of writing names, so that nobody has to look up how this one is written. */
export const rule: Rule = {
  name: 'names-on-the-wire',
  check(contract, report) {
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      if (kind === 'schema' && isObject(value.properties)) {
        for (const name of Object.keys(value.properties)) {
          checkSnakeCase('property', name, childPointer(pointer, 'properties', name), report);
        }
      }
      if (kind === 'parameter' && (value.in === 'query' || value.in === 'path')) {
        checkSnakeCase(`${value.in} parameter`, String(value.name), pointer, report);
      }
    }
    checkOperationIds(contract, report);
  },
};

function checkSnakeCase(what: string, name: string, pointer: string, report: Report): void {
  if (SNAKE_CASE.test(name)) return;
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
  report(pointer, `The ${what} "${name}" is not in snake_case.`, `Write "${snake}".`);
}

function checkOperationIds(contract: Contract, report: Report): void {
  for (const { operationId, pointer } of contract.operations) {
    const place = childPointer(pointer, 'operationId');
    if (!CAMEL_CASE.test(operationId)) {
      report(
        place,
        `The operationId "${operationId}" is not in camelCase.`,
        'Write a verb and a noun, such as listFolders.',
      );
    } else if (isReservedName(operationId)) {
      report(
        place,
        `The operationId "${operationId}" is a reserved word.`,
        'Add a noun, such as deleteFolder.',
      );
    }
  }
}
