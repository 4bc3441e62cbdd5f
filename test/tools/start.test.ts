import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '#test/support/source-files.ts';

const TIMEOUT_MS = 120_000;

let folder: string;
beforeAll(() => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  // Inside the repository, where packages are found.
  folder = mkdtempSync(join(ROOT, '.cache/test-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a program of one text from its source; returns its output and the messages of its bundling. */
function start(text: string, cache = join(folder, 'cache')) {
  const entry = join(folder, 'main.ts');
  writeFileSync(entry, `const text: string = ${JSON.stringify(text)};\nconsole.log(text);\n`);
  return run(entry, cache);
}

function run(entry: string, cache: string) {
  const words = [join(ROOT, 'tools/start.mjs'), '--entry', entry, '--cache', cache];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { said: stdout.trim(), making: stderr.trim().split('\n')[0], status };
}

describe('a start from source', () => {
  it(
    'bundles once after each change, and runs the current source',
    () => {
      const first = start('one');
      expect(first).toMatchObject({ said: 'one', making: expect.stringContaining('bundling'), status: 0 });
      expect(run(join(folder, 'main.ts'), join(folder, 'cache'))).toEqual({
        said: 'one',
        making: '',
        status: 0,
      });
      expect(start('two, longer')).toMatchObject({ said: 'two, longer', status: 0 });
      // The one before stays for a while, because a server may still run from it.
      expect(readdirSync(join(folder, 'cache')).filter((name) => name !== 'current.json')).toHaveLength(2);
    },
    TIMEOUT_MS,
  );

  it(
    'runs without a bundle when none can be written',
    () => {
      const blocked = join(folder, 'blocked');
      writeFileSync(blocked, 'a file where a folder should be');
      const { said, status } = start('three', join(blocked, 'cache'));
      expect({ said, status }).toEqual({ said: 'three', status: 0 });
    },
    TIMEOUT_MS,
  );
});
