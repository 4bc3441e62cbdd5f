import { documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import type { Rule } from '#codegen/rules/rule.ts';

/** Clients check patterns with the engine of their language, and have to come to the same answer as the server. */
export const rule: Rule = {
  name: 'portable-pattern',
  check(contract, report) {
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      if (kind !== 'schema' || typeof value.pattern !== 'string') continue;
      const fault = faultIn(value.pattern);
      if (fault === undefined) continue;
      const message = `RE2, JavaScript, Java and Python do not all read the pattern alike: ${fault}.`;
      report(
        childPointer(pointer, 'pattern'),
        message,
        'Write it with classes of characters, groups, `|` and counts.',
      );
    }
  },
};

/** Parts of the common language, longest first; each is taken from the place that the one before ended at. */
const OUTSIDE =
  /\\[\^$\\.*+?()[\]{}|/nrtf]|\\x[0-9a-fA-F]{2}|\[\^?|\((?:\?:|(?!\?))|[)|^$]|(?:[*+?]|\{\d{1,4}(?:,\d{0,4})?\})\??(?![*+?{])|[^\\.*+?[\]{}()|^$]/uy;
const INSIDE = /\\[\^$\\.*+?()[\]{}|/nrtf-]|\\x[0-9a-fA-F]{2}|\]|(?!--|&&|~~|\|\|)[^\\[\]]/uy;
const MOST_REPEATS = 1000;

/** What the four languages do not share, or undefined. */
export function faultIn(pattern: string): string | undefined {
  let inClass = false;
  for (let at = 0; at < pattern.length; ) {
    const language = inClass ? INSIDE : OUTSIDE;
    language.lastIndex = at;
    const [part] = language.exec(pattern) ?? [];
    if (part === undefined) return `"${pattern.slice(at, at + 6)}" at character ${at + 1}`;
    const counts = /^\{(\d+)(?:,(\d*))?/.exec(part) ?? [];
    if (counts.slice(1).some((count) => Number(count ?? 0) > MOST_REPEATS))
      return `"${part}" repeats too often`;
    if (part.startsWith('[')) inClass = true;
    else if (part === ']') inClass = false;
    at += part.length;
  }
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
