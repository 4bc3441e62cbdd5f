/**
 * Measures each contestant once in each round, in turn forwards and backwards, so that what changes slowly on the
 * machine meets all of them alike. The result holds the values of the rounds in their order.
 */
export async function interleave<C, V>(
  contestants: readonly C[],
  rounds: number,
  measure: (contestant: C, round: number) => Promise<V>,
): Promise<Map<C, V[]>> {
  const values = new Map<C, V[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const contestant of order) values.get(contestant)?.push(await measure(contestant, round));
  }
  return values;
}
