import bidiFactory from 'bidi-js';

/** The algorithm of UAX 9. The types of the package describe its ES module, but Node loads the other one. */
export const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Visual order of the parts of a line by their levels (rule L2): positions of the parts from left to right. */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  const odd = levels.filter((level) => level % 2 === 1);
  if (odd.length === 0) return order;
  const lowest = Math.min(...odd);
  for (let level = Math.max(...levels); level >= lowest; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      if ((levels[order[start] as number] as number) < level) continue;
      let end = start;
      while (end + 1 < order.length && (levels[order[end + 1] as number] as number) >= level) end += 1;
      reverse(order, start, end);
      start = end;
    }
  }
  return order;
}

function reverse(list: number[], from: number, to: number): void {
  for (let a = from, b = to; a < b; a += 1, b -= 1) {
    [list[a], list[b]] = [list[b] as number, list[a] as number];
  }
}
