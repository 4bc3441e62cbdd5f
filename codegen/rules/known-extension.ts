import { documentNodes, type NodeKind } from '#codegen/read/document-nodes.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import { nearestName } from '#codegen/rules/nearest-name.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** The extensions that something reads, and the objects it reads them on. */
const EXTENSIONS: ReadonlyMap<string, NodeKind> = new Map([
  ['x-area', 'operation'],
  ['x-access', 'operation'],
  ['x-rate-limit', 'operation'],
  ['x-audit', 'operation'],
  ['x-idempotent', 'operation'],
  ['x-max-body', 'operation'],
  ['x-timeout-ms', 'operation'],
  ['x-bounded', 'operation'],
  ['x-outside-calls', 'operation'],
  ['x-deprecated-since', 'operation'],
  ['x-sunset', 'operation'],
  ['x-object', 'parameter'],
  ['x-comma-separated', 'parameter'],
  ['x-min-bytes', 'schema'],
  ['x-max-bytes', 'schema'],
  ['x-problem-types', 'schema'],
  ['x-phi', 'schema'],
  ['x-secret', 'schema'],
  ['x-any-case', 'schema'],
  ['x-routes-summary', 'tag'],
]);

/** A misspelt extension would be ignored, and with it the limit or the protection it asks for. */
export const rule: Rule = {
  name: 'known-extension',
  check(contract, report) {
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      for (const name of Object.keys(value)) {
        if (!name.startsWith('x-') || EXTENSIONS.get(name) === kind) continue;
        report(childPointer(pointer, name), ...describe(name, kind));
      }
    }
  },
};

function describe(name: string, kind: NodeKind): [message: string, remedy: string] {
  const place = EXTENSIONS.get(name);
  if (place !== undefined) {
    return [`"${name}" has no meaning on a ${kind} object.`, `Move it to the ${place} object.`];
  }
  const nearest = nearestName(name, EXTENSIONS.keys());
  const remedy =
    nearest === undefined ? `Use one of ${[...EXTENSIONS.keys()].join(', ')}.` : `Did you mean "${nearest}"?`;
  return [`The extension "${name}" is unknown.`, remedy];
}
