/** Syntax characters that may stay escaped under the `u` flag. */
const ESCAPABLE = /[\^$\\.*+?()[\]{}|/]/;
/** Escapes with a meaning of their own. */
const MEANING = /[dDsSwWbBfnrtv0-9cxukpP]/;

/**
 * A pattern as JavaScript takes it under the `u` flag: many documents escape what needs none, or leave braces bare.
 * Undefined when JavaScript cannot read it at all.
 */
export function unicodePattern(source: string): string | undefined {
  return [source, strictly(source)].find(compiles);
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

function strictly(source: string): string {
  let out = '';
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] as string;
    if (char === '\\') {
      at += 1;
      out += escapeOf(source[at] ?? '', inClass);
      continue;
    }
    if (char === '[') inClass = true;
    if (char === ']') inClass = false;
    const quantifier = /^\{\d+(?:,\d*)?\}/.exec(source.slice(at, at + 24))?.[0];
    if (!inClass && char === '{' && quantifier !== undefined) {
      out += quantifier;
      at += quantifier.length - 1;
    } else out += !inClass && (char === '{' || char === '}') ? `\\${char}` : char;
  }
  return out;
}

function escapeOf(char: string, inClass: boolean): string {
  if (ESCAPABLE.test(char) || MEANING.test(char) || (inClass && char === '-')) return `\\${char}`;
  if (char === 'A') return '^';
  return char === 'z' || char === 'Z' ? '$' : char;
}
