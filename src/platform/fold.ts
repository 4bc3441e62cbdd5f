/**
 * Texts as searches compare them. It is done here and stored, since what a database takes for the same letter depends on
 * its locale and version.
 */

/** What nobody sees, such as soft hyphens and joiners. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Accents in any script. The sound marks of Japanese are none: they make another syllable. */
const ACCENT = /(?![\u3099\u309a])\p{Script=Inherited}/gu;
/** Letters with a stroke, which Unicode does not take apart. */
const STROKED = /[øłđħŧ]/g;
const WITHOUT_STROKE: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't' };

/** A text to be searched in, or for. */
export interface Folded {
  /** Without case, width, ligatures and accents. */
  readonly plain: string;
  /** The same with accents. */
  readonly accented: string;
}

export function fold(text: string): Folded {
  const letters = withoutCase(withoutCase(text.replace(INVISIBLE, '')));
  const plain = letters
    .normalize('NFKD')
    .replace(ACCENT, '')
    .replace(STROKED, (letter) => WITHOUT_STROKE[letter] ?? letter);
  return { plain: inOneForm(plain), accented: inOneForm(letters) };
}

/**
 * Full case folding by way of the capitals, which have no ß and no long s. Done twice, because letters that it takes apart
 * can have a case again. The Turkish ı is found as i, since I is the capital of both.
 */
function withoutCase(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');
}

/** White space of any kind is a space. */
function inOneForm(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, ' ');
}
