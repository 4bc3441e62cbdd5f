import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '#test/support/contract.ts';
import { ROOT } from '#test/support/source-files.ts';

const declared = operations.flatMap(({ operationId, replies }) =>
  Object.entries(replies)
    .filter(([status]) => status !== 'default')
    .flatMap(([status, { types }]) =>
      (types.length === 0 ? ['-'] : types).map((type) => `${operationId} ${status} ${type}`),
    ),
);

/** Runs the check on the given produced answers and list. */
function check(
  produced: readonly string[],
  listed: readonly string[],
): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'voiceassist-coverage-'));
  mkdirSync(join(folder, 'produced'));
  writeFileSync(join(folder, 'produced/1'), produced.join('\n'));
  writeFileSync(join(folder, 'list.txt'), listed.map((answer) => `${answer}\n`).join(''));
  const paths = ['--produced', join(folder, 'produced'), '--list', join(folder, 'list.txt')];
  const command = ['--import', 'tsx', 'tools/contract-coverage.ts', '--check', ...paths];
  const { status, stdout, stderr } = spawnSync('node', command, { cwd: ROOT, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

describe('the list of replies that no test produces', () => {
  const [first = '', second = '', ...rest] = declared;

  it('is accepted when it contains exactly those', () => {
    expect(check(rest, [first, second])).toMatchObject({ status: 0 });
  });

  it('is refused when one is missing, such as a reply that is new in the contract', () => {
    const { status, text } = check(rest, [first]);
    expect([status, text]).toEqual([1, expect.stringContaining(`no test produces: ${second}`)]);
    expect(text).toContain('Write the test');
  });

  it('is refused when it contains one that a test produces, or that the contract does not declare', () => {
    const { status, text } = check([second, ...rest], [first, second, 'gone 200 -']);
    expect(status).toBe(1);
    expect(text).toContain(`produced now, take it out of`);
    expect(text).toContain('not in the contract any more');
    expect(text).toContain('npm run coverage:contract:shorten');
  });

  it('is not judged after a run of some tests only', () => {
    const { status, text } = check(rest.slice(0, 5), [first]);
    expect([status, text]).toEqual([1, expect.stringContaining('this was no run of all tests')]);
    expect(text.split('\n').length).toBeLessThan(5);
  });
});
