import type { Operation } from '#codegen/read/contract.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import { nearestName } from '#codegen/rules/nearest-name.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** The area names the handler folder and the tag the group in the documentation. */
export const rule: Rule = {
  name: 'area-and-tag',
  check(contract, report) {
    const tags = Array.isArray(contract.document.tags) ? contract.document.tags : [];
    const declared = tags.map((tag: { name?: unknown } | null) => String(tag?.name));
    for (const operation of contract.operations) {
      checkArea(operation, report);
      checkTags(operation, declared, report);
    }
  },
};

function checkArea({ area, pointer }: Operation, report: Report): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(area)) return;
  const message = `The area "${area}" is not in kebab-case, and it names a folder.`;
  report(
    childPointer(pointer, 'x-area'),
    message,
    'Write it in lower case with single hyphens, such as clinical-contexts.',
  );
}

function checkTags(
  { operationId, tags, pointer }: Operation,
  declared: readonly string[],
  report: Report,
): void {
  const place = childPointer(pointer, 'tags');
  if (tags.length > 1) {
    report(
      place,
      `${operationId} has ${tags.length} tags and would be documented as often.`,
      'Keep one tag.',
    );
  }
  for (const tag of tags) {
    if (declared.includes(tag)) continue;
    const nearest = nearestName(tag, declared);
    const remedy =
      nearest === undefined ? 'Declare it under `tags` of the document.' : `Did you mean "${nearest}"?`;
    report(place, `The tag "${tag}" is not declared.`, remedy);
  }
}
