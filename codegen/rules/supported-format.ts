import { documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import { nearestName } from '#codegen/rules/nearest-name.ts';
import type { Rule } from '#codegen/rules/rule.ts';

const FORMATS = 'uuid date-time date email uri int32 int64 float double binary byte password line text'.split(
  ' ',
);

/** A format that the validators do not know would be accepted without a check. */
export const rule: Rule = {
  name: 'supported-format',
  check(contract, report) {
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      if (kind !== 'schema' || value.format === undefined || FORMATS.includes(String(value.format))) continue;
      const nearest = nearestName(String(value.format), FORMATS);
      const remedy =
        nearest === undefined
          ? `Use one of ${FORMATS.join(', ')}, or a pattern.`
          : `Did you mean "${nearest}"?`;
      report(
        childPointer(pointer, 'format'),
        `The format "${String(value.format)}" is not checked by anything.`,
        remedy,
      );
    }
  },
};
