/** Middle value; the mean of the two middle ones for an even count. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** The mean that suits ratios. NaN for none, or when one of them is missing. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * Ratio of two series that were measured in the same rounds: the median of the rounds' own ratios, so that what
 * slowed a whole round down falls out. Rounds that one of them lacks are left out.
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): number {
  const ratios = ours
    .map((value, round) => value / (theirs[round] ?? Number.NaN))
    .filter((ratio) => Number.isFinite(ratio));
  return median(ratios);
}

/** Half of the distance between the quartiles, as a share of the median: how far the rounds lie apart. */
export function spread(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = median(sorted.slice(0, sorted.length >> 1));
  const high = median(sorted.slice((sorted.length + 1) >> 1));
  return (high - low) / 2 / median(sorted);
}

/** Value that the share `part` of the values does not exceed. NaN for none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
