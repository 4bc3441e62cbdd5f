import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchmarks } from '#bench/benchmarks.ts';
import { type Report, type RunOptions, targetTable } from '#bench/kit/benchmark.ts';
import { toSvg } from '#bench/kit/chart.ts';
import { installPeers } from '#bench/kit/peers.ts';
import { type Table, toMarkdown, toText } from '#bench/kit/table.ts';

const ROOT = join(import.meta.dirname, '..');
const SERVERS = ['ours', 'ours-quiet', 'bare', 'fastify', 'fastify-log', 'hono', 'stock', 'fastapi'];

const USAGE = `Usage: npm run bench -- [--quick] [--only NAMES] [--load wrk|autocannon] [--json FILE] [--name NAME]

  --quick      few and short rounds: a first look, not a measurement
  --only a,b   only these benchmarks and servers; a benchmark or server that is not named is left out
  --load X     what sends the load; wrk where it is installed, else autocannon
  --json FILE  writes every figure of every round
  --name NAME  name of the results in bench/results/ (default: latest)

Benchmarks:
${benchmarks.map(({ name, description }) => `  ${name.padEnd(12)} ${description}`).join('\n')}
Servers: ${SERVERS.join(', ')}
BENCH_DATABASE_URL names a PostgreSQL on which the whole gateway is measured; for streams, Debian's own is started without.
BENCH_BEFORE names a checkout whose streams are measured beside those of this one.`;

interface Arguments extends RunOptions {
  readonly json: string | undefined;
  readonly name: string;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      load: { type: 'string' },
      json: { type: 'string' },
      name: { type: 'string', default: 'latest' },
    },
  });
  const only = values.only?.split(',').map((name) => name.trim()) ?? [];
  const known = [...benchmarks.map(({ name }) => name), ...SERVERS];
  const unknown = only.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is nothing named "${unknown}".`);
  const load = values.load ?? (hasWrk() ? 'wrk' : 'autocannon');
  if (load !== 'wrk' && load !== 'autocannon')
    throw new Error(`--load takes wrk or autocannon, not "${load}".`);
  if (!/^[a-z0-9.-]+$/i.test(values.name)) throw new Error('--name takes letters, digits, dots and dashes.');
  return {
    quick: values.quick,
    wanted: wantedOf(only),
    load,
    json: values.json,
    name: values.name,
    cache: join(ROOT, '.cache/bench'),
    log,
  };
}

/** Benchmarks and servers are chosen apart: naming only servers leaves every benchmark in, and the other way round. */
function wantedOf(only: readonly string[]): (name: string) => boolean {
  const chosen = new Set(only);
  const someBenchmark = benchmarks.some(({ name }) => chosen.has(name));
  const someServer = SERVERS.some((name) => chosen.has(name));
  return (name) => (SERVERS.includes(name) ? !someServer : !someBenchmark) || chosen.has(name);
}

function hasWrk(): boolean {
  return spawnSync('wrk', ['--version']).error === undefined;
}

/** Progress goes to standard error, so that the tables can be kept apart from it. */
function log(line: string): void {
  process.stderr.write(`[${Math.round(performance.now() / 1000)}s] ${line}\n`);
}

function introduction({ quick, load }: RunOptions): string {
  const machine = `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load by ${load}`;
  return `${machine}${quick ? ', quick run: a first look only' : ''}. Requests are counted per second of processor time of the
server process, in interleaved rounds; only ratios of one run mean something.`;
}

function writeResults(options: Arguments, reports: readonly Report[], tables: readonly Table[]): void {
  const folder = join(ROOT, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const charts = reports.flatMap((report) => report.charts ?? []);
  for (const chart of charts) writeFileSync(join(folder, `${options.name}-${chart.name}.svg`), toSvg(chart));
  const images = charts.map((chart) => `![${chart.title}](${options.name}-${chart.name}.svg)`);
  const parts = ['# Benchmark', introduction(options), ...images, ...tables.map(toMarkdown)];
  writeFileSync(join(folder, `${options.name}.md`), `${parts.join('\n\n')}\n`);
  options.log(`written: bench/results/${options.name}.md`);
}

async function main(): Promise<void> {
  let options: Arguments;
  try {
    options = readArguments();
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  mkdirSync(options.cache, { recursive: true });
  await installPeers(options);
  const results: Record<string, Report> = {};
  for (const benchmark of benchmarks.filter(({ name }) => options.wanted(name))) {
    options.log(`${benchmark.name}: ${benchmark.description}`);
    results[benchmark.name] = await benchmark.run(options);
  }
  const reports = Object.values(results);
  const targets = reports.flatMap((report) => report.targets ?? []);
  const tables = [...reports.flatMap((report) => report.tables), targetTable(targets)];
  console.log(`\n${introduction(options)}\n\n${tables.map(toText).join('\n\n')}`);
  writeResults(options, reports, tables);
  if (options.json !== undefined) {
    const figures = Object.fromEntries(
      Object.entries(results).map(([name, report]) => [name, report.figures]),
    );
    writeFileSync(
      options.json,
      `${JSON.stringify({ node: process.version, targets, ...figures }, undefined, 2)}\n`,
    );
  }
}

await main();
