import { cleanText, INVISIBLE, isSimple, numbersOf, scriptOf } from '#src/domain/export/pdf/clean-text.ts';
import { type FontSet, hanFormOf } from '#src/domain/export/pdf/font-set.ts';
import { clustersOf } from '#src/domain/export/pdf/segments.ts';
import type { Span } from '#src/domain/export/pdf/text-style.ts';

const OTHER_SIGNS = 'other signs';

/**
 * Cleans text and replaces characters without an installed font by words: `[Korean: 3 characters without a font]`, or
 * the Unicode number of a single sign.
 */
export function replaceMissing(type: { fonts: FontSet; missing: Set<string> }, span: Span): Span {
  const text = cleanText(span.text);
  if (isSimple(text)) return text === span.text ? span : { ...span, text };
  const han = hanFormOf(text);
  let out = '';
  let lost: string[] = [];
  let script: string | undefined;
  const flush = (): void => {
    if (lost.length > 0) out += notice(script, lost, type.missing);
    lost = [];
  };
  for (const cluster of clustersOf(text)) {
    if (type.fonts.find(cluster, span.style, han) !== undefined || INVISIBLE.test(cluster)) {
      flush();
      out += cluster;
      continue;
    }
    const [drawable, marks] = drawablePart(type.fonts, cluster, span);
    if (drawable !== '') {
      flush();
      out += drawable + (marks === '' ? '' : notice(undefined, [marks], type.missing));
      continue;
    }
    const found = scriptOf(cluster);
    if (lost.length > 0 && found !== script) flush();
    script = found;
    lost.push(cluster);
  }
  flush();
  return { ...span, text: out };
}

/** A letter and those of its marks that one font can show with it, and the other marks. */
function drawablePart(fonts: FontSet, cluster: string, span: Span): [shown: string, rest: string] {
  const [letter, ...marks] = [...cluster];
  if (letter === undefined || marks.length === 0) return ['', ''];
  const shows = (text: string): boolean => fonts.find(text, span.style, 'chinese') !== undefined;
  if (!shows(letter)) return ['', ''];
  const single = marks.filter((mark) => shows(letter + mark));
  const kept = new Set(shows(letter + single.join('')) ? single : []);
  const lost = marks.filter((mark) => !kept.has(mark) && !INVISIBLE.test(mark));
  return [letter + marks.filter((mark) => kept.has(mark)).join(''), lost.join('')];
}

function notice(script: string | undefined, lost: readonly string[], missing: Set<string>): string {
  missing.add(script ?? OTHER_SIGNS);
  if (script === undefined) return numbersOf(lost.join(''));
  return `[${script}: ${lost.length} ${lost.length === 1 ? 'character' : 'characters'} without a font]`;
}
