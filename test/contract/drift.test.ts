import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#test/support/source-files.ts';

const run = promisify(execFile);

describe('generated files', () => {
  it.each([
    ['codegen:check', 'src/generated'],
    ['routes:check', 'docs/routes.md'],
    ['errors:check', 'docs/errors.md'],
    ['env:check', '.env.example'],
    ['differences:check', 'docs/differences.md'],
  ])('are up to date: %s in %s', async (script) => {
    const { stdout } = await run('npm', ['run', '--silent', script], { cwd: ROOT });
    expect(stdout).not.toBe('');
  });
});
