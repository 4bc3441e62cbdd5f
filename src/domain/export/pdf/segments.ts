import LineBreaker from 'linebreak';

/** Longer stretches without a break are cut, so that the work per stretch is bounded. */
const MAX_SEGMENT = 240;
const SPACED = /[^ ]+ *| +/g;
const PLAIN = /^[A-Za-z0-9 .,;:!?'"()%+=*&@#_<>[\]]*$/;
/** Scripts without spaces between words, whose words only a dictionary knows. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = new Intl.Segmenter('th', { granularity: 'word' });
const JOINS_BEFORE = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u;

/** Stretches of text that stay on one line, with the spaces behind them (UAX 14). */
export function* segmentsOf(text: string): Generator<string> {
  if (PLAIN.test(text)) {
    for (const [segment] of text.matchAll(SPACED)) yield* cut(segment);
    return;
  }
  let from = 0;
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const segment = text.slice(from, found.position);
    from = found.position;
    if (UNSPACED.test(segment)) yield* unspaced(segment);
    else yield* cut(segment);
  }
  if (from < text.length) yield* cut(text.slice(from));
}

function* unspaced(segment: string): Generator<string> {
  let word = '';
  for (const part of words.segment(segment)) {
    if (part.isWordLike === true && word !== '') {
      yield* cut(word);
      word = '';
    }
    word += part.segment;
  }
  if (word !== '') yield* cut(word);
}

/** Cuts between characters, never inside one. */
function* cut(segment: string): Generator<string> {
  let rest = segment;
  while (rest.length > MAX_SEGMENT) {
    let end = MAX_SEGMENT;
    while (end > MAX_SEGMENT - 40 && JOINS_BEFORE.test(rest.slice(end, end + 2))) end -= 1;
    if (/[\udc00-\udfff]/.test(rest.charAt(end))) end -= 1;
    yield rest.slice(0, end);
    rest = rest.slice(end);
  }
  if (rest !== '') yield rest;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Splits text into the characters that readers perceive. */
export function clustersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
