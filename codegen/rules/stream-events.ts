import type { Contract } from '#codegen/read/contract.ts';
import { type DocumentNode, documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject, pointerNames } from '#codegen/read/json-pointer.ts';
import { essence } from '#codegen/read/media-type.ts';
import { nearestName } from '#codegen/rules/nearest-name.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** A stream is as typed as any reply: each event has a name and a schema for its data. */
export const rule: Rule = {
  name: 'stream-events',
  check(contract, report) {
    for (const node of documentNodes(contract.document)) {
      if (node.kind !== 'mediaType') continue;
      const isStream = essence(pointerNames(node.pointer).at(-1) ?? '') === 'text/event-stream';
      const isDescribed = node.value['x-stream'] !== undefined || node.value['x-stream-data'] !== undefined;
      if (isStream || isDescribed) checkStream(contract, node, report);
    }
  },
};

function checkStream(contract: Contract, { value, pointer }: DocumentNode, report: Report): void {
  const names = value['x-stream'];
  const data = value['x-stream-data'];
  if (!Array.isArray(names) || names.length === 0 || !isObject(data)) {
    const remedy = 'Add `x-stream: [event, …]` and `x-stream-data: {event: Schema, …}`.';
    report(pointer, 'The stream does not name its events and their data.', remedy);
    return;
  }
  for (const name of names.map(String)) {
    if (Object.hasOwn(data, name)) continue;
    report(
      childPointer(pointer, 'x-stream'),
      `The event "${name}" has no data.`,
      'Add its schema to x-stream-data.',
    );
  }
  for (const [name, schema] of Object.entries(data)) {
    const place = childPointer(pointer, 'x-stream-data', name);
    if (!names.includes(name)) {
      report(place, `The event "${name}" is not in x-stream.`, 'Add it to x-stream or remove its data.');
    }
    if (name === 'error' && schema !== 'Problem') {
      // The pipeline writes it itself when a stream fails.
      report(place, 'The event "error" does not carry the one form of errors.', 'Write `error: Problem`.');
    }
    if (typeof schema === 'string' && contract.schemas.has(schema)) continue;
    const nearest = nearestName(String(schema), contract.schemas.keys());
    const remedy = nearest === undefined ? 'Add it to components.schemas.' : `Did you mean "${nearest}"?`;
    report(place, `The schema "${String(schema)}" of the event "${name}" does not exist.`, remedy);
  }
}
