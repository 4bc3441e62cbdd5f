import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';
import { embeddedTemplate } from '../../tools/database-template.ts';

const PROCESS = new URL('../platform/job-process.ts', import.meta.url).pathname;
/** A process with an embedded database takes its time to start on a machine with other work. */
const START_MS = 150_000;
const directory = mkdtempSync(join(tmpdir(), 'voiceassist-jobs-'));
const template = await embeddedTemplate();
const children: ChildProcess[] = [];
let test: TestDatabase | undefined;

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await test?.close();
  rmSync(directory, { recursive: true, force: true });
});

function startWorker(...more: string[]): { child: ChildProcess; output: () => string } {
  const args = ['--import', 'tsx', PROCESS, test?.url ?? '', directory, template, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { child, output: () => text };
}

it(
  'a job whose worker is killed runs again on another worker',
  async () => {
    test = process.env.TEST_DATABASE_URL === undefined ? undefined : await openTestDatabase();
    const first = startWorker('enqueue');
    await eventually(() => first.output().includes('began 1'), { what: 'the first run', withinMs: START_MS });
    first.child.kill('SIGKILL');
    await new Promise((resolve) => first.child.once('exit', resolve));
    const second = startWorker();
    await eventually(() => second.output().includes('ended 2'), {
      what: 'the second run',
      withinMs: START_MS,
    });
    expect(second.output()).toBe('began 2\nended 2\n');
  },
  2 * START_MS,
);
