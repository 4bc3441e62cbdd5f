import fc from 'fast-check';
import { Histogram, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { DurationHistogram } from '#src/platform/duration-histogram.ts';

const BOUNDS = [0.005, 0.1, 1];
const LABELS = ['operation', 'method', 'status'] as const;

type Observation = readonly [operation: string, method: string, status: number, seconds: number];

async function ours(observations: readonly Observation[]): Promise<string[]> {
  const registry = new Registry();
  const histogram = new DurationHistogram('d', 'Help.', LABELS, BOUNDS);
  histogram.registerIn(registry);
  for (const one of observations) histogram.observe(...one);
  return linesOf(await registry.metrics());
}

async function theirs(observations: readonly Observation[]): Promise<string[]> {
  const registry = new Registry();
  const histogram = new Histogram({
    name: 'd',
    help: 'Help.',
    labelNames: LABELS,
    buckets: BOUNDS,
    registers: [registry],
  });
  for (const [operation, method, status, seconds] of observations)
    histogram.observe({ operation, method, status }, seconds);
  return linesOf(await registry.metrics());
}

const linesOf = (text: string) => text.split('\n').filter(Boolean).sort();

describe('a duration histogram', () => {
  it('shows the same lines as that of prom-client', async () => {
    // Eighths of a second, whose sums are exact in any order.
    const seconds = fc.oneof(
      fc.nat({ max: 16 }).map((n) => n / 8),
      fc.constantFrom(0, 1),
    );
    const observation = fc.tuple(
      fc.constantFrom('a', 'b'),
      fc.constantFrom('GET', 'POST'),
      fc.constantFrom(200, 404),
      seconds,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(observation, { maxLength: 30 }), async (observations) => {
        expect(await ours(observations)).toEqual(await theirs(observations));
      }),
    );
  });

  it('counts a value on a bound below it, and a value above all bounds in +Inf only', async () => {
    const lines = await ours([
      ['a', 'GET', 200, 0.1],
      ['a', 'GET', 200, 5],
    ]);
    const bucket = (le: string) => lines.find((line) => line.includes(`le="${le}"`))?.split(' ')[1];
    expect(['0.005', '0.1', '1', '+Inf'].map(bucket)).toEqual(['0', '1', '1', '2']);
  });
});
