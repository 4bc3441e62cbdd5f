import fc from 'fast-check';

/**
 * How much of what is drawn at random, or is fuzzed, one run tries: 1 in the gate, a half elsewhere.
 * `TEST_VOLUME=20 TEST_SEED=7 npx vitest run --config test/vitest.config.ts test/differential` tries twenty times as much.
 */
const VOLUME = Number(process.env.TEST_VOLUME ?? 0.5);

/** The seed that the run was given; a failure is repeated with it. */
export const givenSeed = process.env.TEST_SEED === undefined ? undefined : Number(process.env.TEST_SEED);

/** The number of tries of this run, for a test that makes `full` in the gate. */
export function tries(full: number): number {
  return Math.max(1, Math.round(full * VOLUME));
}

/** True when this run tries as much as the gate does. */
export const isFull = VOLUME >= 1;

/** Draws the same in all property tests of a run that was given a seed. */
export function drawFromSeed(): void {
  if (givenSeed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: givenSeed });
}
