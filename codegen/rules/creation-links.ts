import type { Contract, Operation, Reply, Schema } from '#codegen/read/contract.ts';
import { childPointer, isObject, pointerNames, valueAt } from '#codegen/read/json-pointer.ts';
import { isJson } from '#codegen/read/media-type.ts';
import { bareSchema } from '#codegen/rules/input-schemas.ts';
import { nearestName } from '#codegen/rules/nearest-name.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** Whoever creates something is shown the way to all that can be done with it, so that a tester finds it too. */
export const rule: Rule = {
  name: 'creation-links',
  check(contract, report) {
    const reached = new Set<string>();
    for (const operation of contract.operations) {
      for (const reply of operation.replies.filter(({ status }) => status === '201'))
        checkCreation(contract, operation, reply, reached, report);
    }
    checkReached(contract, reached, report);
  },
};

/** Takes down the pairs of operation and kind of object that the links of a creation lead to. */
function checkCreation(
  contract: Contract,
  operation: Operation,
  reply: Reply,
  reached: Set<string>,
  report: Report,
): void {
  const written = valueAt(contract.document, reply.pointer);
  const links = isObject(written) && isObject(written.links) ? written.links : {};
  if (Object.keys(links).length === 0) {
    const remedy = 'Add `links: {operationId: {operationId: …, parameters: {name: $response.body#/id}}}`.';
    report(reply.pointer, `The creation by ${operation.operationId} leads nowhere.`, remedy);
  }
  for (const [name, link] of Object.entries(links)) {
    const pointer = childPointer(reply.pointer, 'links', name);
    const { operationId, parameters = {} } = isObject(link) ? link : {};
    const target = contract.operations.find((each) => each.operationId === operationId);
    if (target === undefined) {
      const nearest = nearestName(
        String(operationId),
        contract.operations.map((each) => each.operationId),
      );
      const remedy = nearest === undefined ? 'Name an operationId.' : `Did you mean "${nearest}"?`;
      report(pointer, `The link leads to no operation: "${String(operationId)}".`, remedy);
      continue;
    }
    for (const [parameter, source] of Object.entries(isObject(parameters) ? parameters : {})) {
      const place = childPointer(pointer, 'parameters', parameter);
      const known = target.parameters.find((each) => each.name === parameter);
      if (known === undefined)
        report(place, `${target.operationId} has no parameter "${parameter}".`, 'Correct the name.');
      else if (!isSource(contract, operation, reply, source))
        report(
          place,
          `"${String(source)}" names nothing of this operation.`,
          'Name a property or a parameter.',
        );
      else if (known.object !== undefined) reached.add(`${target.operationId} ${known.object}`);
    }
  }
}

/** True for an expression that finds a value in the request or in the body of the reply. */
function isSource(contract: Contract, { parameters }: Operation, { media }: Reply, source: unknown): boolean {
  const [, place, name] = /^\$request\.(path|query)\.(.+)$/.exec(String(source)) ?? [];
  if (place !== undefined) return parameters.some((each) => each.in === place && each.name === name);
  const [, pointer] = /^\$response\.body#(\/.+)$/.exec(String(source)) ?? [];
  let schema: Schema | undefined = media.find(({ type }) => isJson(type))?.schema;
  if (pointer === undefined || schema === undefined) return false;
  for (const property of pointerNames(pointer)) {
    const properties: unknown = bareSchema(contract, schema).properties;
    const next: unknown = isObject(properties) ? properties[property] : undefined;
    if (!isObject(next)) return false;
    schema = next;
  }
  return true;
}

/** Where one link gives an object of a kind, links lead to all operations that have one in their path. */
function checkReached(contract: Contract, reached: ReadonlySet<string>, report: Report): void {
  const kinds = new Set([...reached].map((pair) => pair.split(' ')[1]));
  for (const { operationId, parameters, pointer } of contract.operations) {
    const objects = parameters.filter(({ in: place }) => place === 'path').map(({ object }) => object);
    for (const kind of new Set(objects)) {
      if (kind === undefined || !kinds.has(kind) || reached.has(`${operationId} ${kind}`)) continue;
      report(
        pointer,
        `No link leads to ${operationId} with a ${kind}.`,
        'Add one to the creation of such an object.',
      );
    }
  }
}
