/** Characters that only set the direction of the text behind them, up to the end of the line. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const [ISOLATE, END_ISOLATE] = ['\u2068', '\u2069'];

/**
 * True when the direction of the text must be computed. Controls alone do not count, for without a letter from right to
 * left they could only turn round what somebody wrote.
 */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** A text without what would turn its surroundings round. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** A text of somebody else for a line of ours: neither of them changes the direction of the other. */
export function isolated(text: string): string {
  const plain = withoutControls(text);
  return hasRightToLeft(plain) ? `${ISOLATE}${plain}${END_ISOLATE}` : plain;
}
