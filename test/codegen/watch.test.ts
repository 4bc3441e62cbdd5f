import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emitAll, scaffold } from '#codegen/emit/index.ts';
import { newRunCache, type RunCache, run } from '#codegen/run.ts';

const ROOT = join(import.meta.dirname, '../..');
const WAIT = { timeout: 240_000, interval: 20 };
/** A generous limit for a busy machine. */
const LONG = 600_000;

let home: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'watch-'));
});

afterEach(async () => {
  child?.kill();
  await rm(home, { recursive: true, force: true });
});

it('--watch generates after each save, reports a broken contract without writing, and goes on after its repair', {
  timeout: LONG,
}, async () => {
  const contract = await readFile(join(ROOT, 'openapi.yaml'), 'utf8');
  const spec = join(home, 'openapi.yaml');
  const table = join(home, 'out/operation-table.gen.ts');
  await writeFile(spec, contract);
  let output = '';
  const args = ['--import', 'tsx', 'codegen/main.ts', '--watch', '--spec', spec, '--out', join(home, 'out')];
  child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)));
  const waits = () => output.split('waiting for changes').length - 1;
  await expect.poll(waits, WAIT).toBe(1);
  const first = await readFile(table, 'utf8');

  const saved = performance.now();
  await writeFile(spec, contract.replace('  /api/auth/login:', '  /api/auth/log-in:'));
  await expect.poll(waits, WAIT).toBe(2);
  process.stdout.write(`a save was generated after ${Math.round(performance.now() - saved)} ms\n`);
  const second = await readFile(table, 'utf8');
  expect(first).not.toContain('/api/auth/log-in');
  expect(second).toContain('/api/auth/log-in');

  await writeFile(spec, contract.replace('    post:\n', '    post: {\n'));
  await expect.poll(waits, WAIT).toBe(3);
  expect(output).toMatch(/openapi\.yaml:\d+:\d+ contract The text is neither YAML nor JSON/);
  expect(await readFile(table, 'utf8')).toBe(second);

  await writeFile(spec, contract);
  await expect.poll(waits, WAIT).toBe(4);
  expect(await readFile(table, 'utf8')).toBe(first);
});

async function generate(directory: string, text: string, cache?: RunCache): Promise<Record<string, string>> {
  const root = join(home, directory);
  const out = join(root, 'out');
  const spec = join(home, `${directory}.yaml`);
  await writeFile(spec, text);
  const options = { root: ROOT, mode: 'write', foreign: { spec, out }, log: () => undefined } as const;
  const { problems } = await run({ ...options, ...(cache && { cache }) }, { emitAll, scaffold });
  expect(problems).toEqual([]);
  const names = (await readdir(out)).filter((name) => name.includes('.gen.'));
  const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] as string]));
}

const EDITS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/description: (?=[A-Z])/, 'description: Truly. '),
  (text) => text.replace(/maxLength: \d+/, 'maxLength: 77'),
  (text) => text.replace('  /api/auth/login:', '  /api/auth/log-in:'),
];

it('a watch that generates step by step writes what a single run writes', { timeout: LONG }, async () => {
  const contract = await readFile(join(ROOT, 'openapi.yaml'), 'utf8');
  const cache = newRunCache();
  for (const edit of EDITS) {
    const text = edit(contract);
    const stepwise = await generate('stepwise', text, cache);
    expect(stepwise).toEqual(await generate('clean', text));
  }
});
