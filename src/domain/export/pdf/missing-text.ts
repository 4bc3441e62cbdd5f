import { cleanText, INVISIBLE, isSimple, scriptOf } from '#src/domain/export/pdf/clean-text.ts';
import { type FontSet, hanFormOf } from '#src/domain/export/pdf/font-set.ts';
import { clustersOf } from '#src/domain/export/pdf/segments.ts';
import type { Span } from '#src/domain/export/pdf/text-style.ts';

/** Number of missing signs that are listed; more are only counted. */
const NAMED_SIGNS = 4;
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
    const drawable = drawablePart(type.fonts, cluster, span);
    if (drawable !== '') {
      flush();
      out += drawable;
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

/** A letter whose marks have no common font with it is shown without those marks. */
function drawablePart(fonts: FontSet, cluster: string, span: Span): string {
  const [letter, ...marks] = [...cluster];
  if (letter === undefined || marks.length === 0) return '';
  if (fonts.find(letter, span.style, 'chinese') === undefined) return '';
  const kept = marks.filter((mark) => fonts.find(letter + mark, span.style, 'chinese') !== undefined);
  const together = letter + kept.join('');
  return fonts.find(together, span.style, 'chinese') === undefined ? letter : together;
}

function notice(script: string | undefined, lost: readonly string[], missing: Set<string>): string {
  missing.add(script ?? OTHER_SIGNS);
  if (script !== undefined) {
    return `[${script}: ${lost.length} ${lost.length === 1 ? 'character' : 'characters'} without a font]`;
  }
  const numbers = lost
    .slice(0, NAMED_SIGNS)
    .map((sign) => `U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`);
  const more = lost.length > NAMED_SIGNS ? ` and ${lost.length - NAMED_SIGNS} more` : '';
  return `[${numbers.join(' ')}${more}]`;
}
