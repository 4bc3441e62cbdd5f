import type { MediaType } from '#codegen/read/contract.ts';
import { childPointer, isObject, valueAt } from '#codegen/read/json-pointer.ts';
import { isJson } from '#codegen/read/media-type.ts';
import { isSuccess } from '#codegen/rules/replies.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** Examples are what readers copy, what the mock answers and what the tests send. */
export const rule: Rule = {
  name: 'has-example',
  check(contract, report) {
    const checked = new Set<string>();
    for (const { operationId, parameters, body, replies } of contract.operations) {
      for (const { name, in: place, required, pointer } of parameters) {
        const isSent = place === 'path' || required;
        if (!isSent || checked.has(pointer) || hasOwn(contract.document, pointer)) continue;
        checked.add(pointer);
        report(pointer, `The parameter "${name}" has no example.`, 'Add `example: …` beside the schema.');
      }
      const media = [
        ...(body?.media ?? []).map((each) => [each, `The request body of ${operationId}`] as const),
        ...replies
          .filter(isSuccess)
          .flatMap((reply) =>
            reply.media.map((each) => [each, `The ${reply.status} reply of ${operationId}`] as const),
          ),
      ];
      for (const [each, what] of media) {
        if (!isJson(each.type) || checked.has(each.pointer) || hasExample(contract.document, each)) continue;
        checked.add(each.pointer);
        report(
          each.pointer,
          `${what} has no example.`,
          'Add `examples: {name: {summary: …, value: …}}` beside the schema.',
        );
      }
    }
  },
};

function hasOwn(document: object, pointer: string): boolean {
  return valueAt(document, childPointer(pointer, 'example')) !== undefined;
}

function hasExample(document: object, { pointer }: MediaType): boolean {
  if (hasOwn(document, pointer)) return true;
  const examples = valueAt(document, childPointer(pointer, 'examples'));
  return isObject(examples) && Object.keys(examples).length > 0;
}
