import type { Contract, Operation, Schema } from '#codegen/read/contract.ts';
import { childPointer, isObject } from '#codegen/read/json-pointer.ts';
import { isJson } from '#codegen/read/media-type.ts';
import { bareSchema, hasType } from '#codegen/rules/input-schemas.ts';
import { isSuccess } from '#codegen/rules/replies.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

const MEMBERS = ['page_size', 'total', 'next_cursor'];
const PARAMETERS = ['cursor', 'page', 'page_size'];

/** A list that grows without pages works until the day it does not; all pages have one form. */
export const rule: Rule = {
  name: 'page-form',
  check(contract, report) {
    for (const operation of contract.operations) {
      for (const reply of operation.replies.filter(isSuccess)) {
        for (const { type, schema, pointer } of reply.media) {
          if (!isJson(type) || schema === undefined) continue;
          checkReply(contract, operation, bareSchema(contract, schema), pointer, report);
        }
      }
    }
  },
};

function checkReply(
  contract: Contract,
  operation: Operation,
  schema: Schema,
  pointer: string,
  report: Report,
): void {
  const { operationId } = operation;
  if (hasType(schema, 'array')) {
    const remedy = 'Answer an object with the list under `items`.';
    report(pointer, `${operationId} answers a bare list, which can never take another field.`, remedy);
  }
  if (!isList(contract, schema) || operation.bounded !== undefined) return;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const missing = MEMBERS.filter((name) => !required.includes(name));
  if (missing.length > 0) {
    const message = `The list that ${operationId} answers does not always carry ${missing.join(', ')}.`;
    report(
      pointer,
      message,
      'Add them as required properties, or say in `x-bounded` why the list cannot grow.',
    );
  }
  checkParameters(operation, report);
}

function checkParameters({ operationId, parameters, pointer }: Operation, report: Report): void {
  const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const missing = PARAMETERS.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  const message = `${operationId} answers a list and does not take the query parameters ${missing.join(', ')}.`;
  const remedy = 'Add the shared paging parameters, or say in `x-bounded` why the list cannot grow.';
  report(childPointer(pointer, 'parameters'), message, remedy);
}

function isList(contract: Contract, { properties }: Schema): boolean {
  const items = isObject(properties) ? properties.items : undefined;
  return isObject(items) && hasType(bareSchema(contract, items), 'array');
}
