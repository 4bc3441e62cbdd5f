import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitAll, scaffold } from '#codegen/emit/index.ts';
import { run } from '#codegen/run.ts';
import { operationTable } from '#generated/operation-table.gen.ts';
import { syntheticContract } from '#test/support/synthetic-contract.ts';

/**
 * Prints what a contract costs by the number of its operations: time of each stage, memory, and size of the output.
 * Without arguments it does so for as many as ours has, for ten times as many, and for 5,000; each size runs in a
 * process of its own.
 */
const OURS = Object.keys(operationTable).length;
const SIZES = [OURS, 10 * OURS, 5_000];
const STAGES = ['read', 'rules', 'types', 'tables', 'requests', 'replies', 'writers', 'write'];

interface Measured {
  readonly operations: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly totalMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly outputBytes: number;
}

function bytesOf(directory: string): number {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.includes('.gen.'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

async function measure(operations: number): Promise<Measured> {
  const home = mkdtempSync(join(tmpdir(), 'codegen-scale-'));
  const spec = join(home, 'contract.json');
  const out = join(home, 'out');
  mkdirSync(out);
  writeFileSync(spec, JSON.stringify(syntheticContract({ operations }), null, 2));
  const stages: Record<string, number> = {};
  const log = (line: string) => {
    const [, name, time] = /^(\w+) .*\((\d+) ms\)$/.exec(line) ?? [];
    if (name !== undefined) stages[name] = Number(time);
  };
  const start = performance.now();
  const root = join(import.meta.dirname, '..');
  const { problems } = await run({ root, mode: 'write', foreign: { spec, out }, log }, { emitAll, scaffold });
  const totalMs = performance.now() - start;
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { user, system } = process.cpuUsage();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const outputBytes = bytesOf(out);
  rmSync(home, { recursive: true, force: true });
  return { operations, stages, totalMs, cpuMs: (user + system) / 1000, peakMb, outputBytes };
}

function cells(values: readonly (string | number)[]): string {
  return values.map((value) => String(value).padStart(9)).join('');
}

function report(all: readonly Measured[]): void {
  console.log('Time of each stage in ms; total with CPU time of the whole process; memory at its peak.\n');
  console.log(cells(['ops', ...STAGES, 'total', 'CPU', 'peak MB', 'MB out', 'ms/op', 'kB/op']));
  for (const { operations, stages, totalMs, cpuMs, peakMb, outputBytes } of all) {
    const times = STAGES.map((stage) => stages[stage] ?? 0);
    const sums = [Math.round(totalMs), Math.round(cpuMs), Math.round(peakMb), (outputBytes / 1e6).toFixed(1)];
    const each = [(totalMs / operations).toFixed(2), (outputBytes / operations / 1e3).toFixed(1)];
    console.log(cells([operations, ...times, ...sums, ...each]));
  }
}

function inOwnProcess(operations: number): Measured {
  console.error(`measuring ${operations} operations ...`);
  const args = ['--import', 'tsx', import.meta.filename, 'one', String(operations)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'one') console.log(JSON.stringify(await measure(Number(rest[0]))));
else {
  const sizes = first === undefined ? SIZES : [first, ...rest].map(Number);
  report(sizes.map(inOwnProcess));
}
