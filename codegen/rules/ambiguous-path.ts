import { inTextOrder, templateShape } from '#codegen/rules/path-template.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** Two templates that match the same requests leave the choice between them to chance. */
export const rule: Rule = {
  name: 'ambiguous-path',
  structural: true,
  check(contract, report) {
    const first = new Map<string, string>();
    for (const { method, path, pointer } of inTextOrder(contract)) {
      const key = `${method} ${templateShape(path)}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, path);
      else {
        const message = `${method.toUpperCase()} ${path} matches the same requests as ${earlier}.`;
        report(pointer, message, 'Remove one of the two, or set a literal segment apart.');
      }
    }
  },
};
