import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { StartFault } from '#src/platform/start-fault.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of the process, and those of the file `.env` in the folder for what the process has none of. Tests have
 * a world of their own, so with NODE_ENV=test the file of a developer is left alone.
 */
export function withEnvironmentFile(real: Environment, folder: string): Environment {
  if (real.NODE_ENV === 'test') return real;
  const file = join(folder, '.env');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return real;
    throw new StartFault(`${file} cannot be read (${code}). Make it readable, or take it away.`, {
      cause: error,
    });
  }
  return { ...parseEnv(text), ...real };
}

/** Beginnings that other programs give the names of their variables. */
const FOREIGN_PREFIX = /^(?:VOICEASSIST|GATEWAY|VOICEASSIST_GATEWAY|APP)_/;
/** Kubernetes makes variables such as GATEWAY_PORT=tcp://10.0.0.1:80 for services that happen to be called so. */
const OF_KUBERNETES = /^tcp:\/\//;
/** Shorter names are near too many others. */
const MIN_LETTERS = 6;
const LETTERS_FOR_TWO_SLIPS = 11;

/** A warning for each variable whose name is nearly one of the known ones; what it was meant for is not set. */
export function nearMisses(
  environment: Environment,
  known: readonly string[],
  extra: ReadonlySet<string>,
): string[] {
  const names = new Set(known);
  return Object.keys(environment)
    .filter((name) => !names.has(name) && !extra.has(name) && !OF_KUBERNETES.test(environment[name] ?? ''))
    .flatMap((name) => {
      const meant = known.find(
        (candidate) => environment[candidate] === undefined && isNear(name, candidate),
      );
      return meant === undefined ? [] : [`${name} is not read. Is ${meant} meant?`];
    });
}

/** The nearest of the names to a text that was meant to be one. */
export function nearestOf(text: string, names: readonly string[]): string | undefined {
  return names.find((name) => slips(text.toLowerCase(), name.toLowerCase()) <= 2);
}

function isNear(name: string, candidate: string): boolean {
  const plain = name.toUpperCase().replaceAll(/[-.]/g, '_');
  if (plain === candidate) return true;
  if (candidate.length < MIN_LETTERS) return false;
  if (plain.replaceAll('_', '') === candidate.replaceAll('_', '')) return true;
  if (plain.replace(FOREIGN_PREFIX, '') === candidate) return true;
  return slips(plain, candidate) <= (candidate.length >= LETTERS_FOR_TWO_SLIPS ? 2 : 1);
}

/** Letters that are missing, surplus, other, or swapped with their neighbour. */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_value, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + same);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
