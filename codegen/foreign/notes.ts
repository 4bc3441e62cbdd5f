import { contractFormats } from '#codegen/emit/validation-runtime.ts';
import { unicodePattern } from '#codegen/foreign/lenient-pattern.ts';
import type { Contract } from '#codegen/read/contract.ts';
import { documentNodes } from '#codegen/read/document-nodes.ts';

/** Formats that have no check because their values are not text of a JSON body, or may be anything. */
const UNCHECKED = new Set(['binary', 'password']);

/** The parts of a foreign document that are not validated, in a line for each kind. */
export function foreignNotes(contract: Contract): string[] {
  const formats = new Map<string, number>();
  const patterns = new Set<string>();
  for (const { kind, value } of documentNodes(contract.document)) {
    if (kind !== 'schema') continue;
    const { format, pattern } = value;
    if (typeof format === 'string' && !Object.hasOwn(contractFormats, format) && !UNCHECKED.has(format)) {
      formats.set(format, (formats.get(format) ?? 0) + 1);
    }
    if (typeof pattern === 'string' && unicodePattern(pattern) === undefined) patterns.add(pattern);
  }
  const named = [...formats].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...(named.length === 0
      ? []
      : [`formats that are not checked: ${listed(named.map(([name, count]) => `${name} (${count})`))}`]),
    ...(patterns.size === 0 ? [] : [`patterns that JavaScript cannot read: ${listed([...patterns].sort())}`]),
  ];
}

const LISTED = 12;

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return more <= 0 ? names.join(', ') : `${names.slice(0, LISTED).join(', ')} and ${more} more`;
}
