import { type DocumentNode, documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject, pointerNames } from '#codegen/read/json-pointer.ts';
import { essence, isJson } from '#codegen/read/media-type.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

const TEXT_LIMITS = ['minLength', 'maxLength', 'pattern', 'enum'];

/** Generated clients hold bytes in a type of their own, which has no length in letters and is not text. */
export const rule: Rule = {
  name: 'binary-bodies',
  check(contract, report) {
    for (const node of documentNodes(contract.document)) {
      if (node.kind === 'schema' && node.value.format === 'binary') checkLimits(node, report);
      if (node.kind === 'mediaType') checkMedia(node, report);
    }
  },
};

function checkLimits({ value, pointer }: DocumentNode, report: Report): void {
  for (const keyword of TEXT_LIMITS.filter((each) => value[each] !== undefined)) {
    const message = `"${keyword}" counts letters, and a binary value has none.`;
    report(childPointer(pointer, keyword), message, 'Write `x-min-bytes` and `x-max-bytes` instead.');
  }
}

function checkMedia({ value: { schema }, pointer }: DocumentNode, report: Report): void {
  const type = essence(pointerNames(pointer).at(-1) ?? '');
  if (!isObject(schema) || schema.format !== 'binary' || !(type.startsWith('text/') || isJson(type))) return;
  report(childPointer(pointer, 'schema'), `${type} is text and not binary.`, 'Write `type: string` alone.');
}
