interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

interface Preference {
  readonly quality: number;
  /** 2 for the type itself, 1 for `text/*`, 0 for any. */
  readonly precision: number;
  /** Place in the client's list. */
  readonly place: number;
}

const MAX_RANGES = 32;
const UNWANTED: Preference = { quality: 0, precision: -1, place: MAX_RANGES };

function readRanges(accept: string): MediaRange[] {
  return accept
    .split(',', MAX_RANGES)
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, quality: quality === undefined ? 1 : readQuality(quality) };
    })
    .filter(({ type }) => type !== '');
}

/** A quality that cannot be read refuses nothing. */
function readQuality(text: string): number {
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 1;
}

/** What the most precise range that covers a type says of it. */
function preferenceFor(offered: string, ranges: readonly MediaRange[]): Preference {
  const family = `${offered.split('/', 1)[0]}/*`;
  const precisionOf = (type: string): number => [`*/*`, family, offered].indexOf(type);
  let best = UNWANTED;
  for (const [place, { type, quality }] of ranges.entries()) {
    const precision = precisionOf(type);
    if (precision > best.precision) best = { quality, precision, place };
  }
  return best;
}

function isBetter(a: Preference, b: Preference): boolean {
  if (a.quality !== b.quality) return a.quality > b.quality;
  if (a.precision !== b.precision) return a.precision > b.precision;
  return a.place < b.place;
}

/**
 * The offered media type that an `Accept` header prefers: by quality, then by how exactly it is named, then by the
 * client's order. The first one is what a client gets that says nothing, or takes none of them.
 */
export function preferredType(accept: string | undefined, offered: readonly string[]): string {
  const fallback = offered[0] as string;
  if (accept === undefined) return fallback;
  const ranges = readRanges(accept);
  let chosen = fallback;
  let best = UNWANTED;
  for (const type of offered) {
    const preference = preferenceFor(type, ranges);
    if (preference.quality > 0 && isBetter(preference, best)) {
      chosen = type;
      best = preference;
    }
  }
  return chosen;
}
