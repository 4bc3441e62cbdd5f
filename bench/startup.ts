import { join } from 'node:path';
import type { Benchmark, Report, RunOptions } from '#bench/kit/benchmark.ts';
import { interleave } from '#bench/kit/rounds.ts';
import { type Launch, ServerProcess } from '#bench/kit/server-process.ts';
import { median, pairedRatio } from '#bench/kit/statistics.ts';
import { figure, times } from '#bench/kit/table.ts';
import { contenders, emptyServer } from '#bench/servers.ts';
import { bundle } from '../tools/bundle.ts';

const ROOT = join(import.meta.dirname, '..');

interface Starter {
  readonly name: string;
  readonly label: string;
  readonly launch: Launch;
}

interface Start {
  readonly ms: number;
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** The whole gateway needs a PostgreSQL beside it; the embedded one would be measured with it. */
async function gateways(options: RunOptions): Promise<Starter[]> {
  const databaseUrl = process.env.BENCH_DATABASE_URL;
  if (databaseUrl === undefined) {
    options.log('the whole gateway is left out: BENCH_DATABASE_URL names no PostgreSQL');
    return [];
  }
  const out = join(options.cache, 'gateway');
  options.log('bundling the gateway');
  await bundle(join(ROOT, 'src/main.ts'), out);
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(options.cache, 'data'),
    NODE_ENV: 'development',
    LOG_FORMAT: 'json',
  };
  const command = (...words: string[]) => [process.execPath, ...words];
  return [
    {
      name: 'gateway',
      label: 'gateway on PostgreSQL, bundled',
      launch: { name: 'gateway', command: command(join(out, 'main.cjs')), env },
    },
    {
      name: 'gateway-source',
      label: 'gateway on PostgreSQL, from source',
      launch: {
        name: 'gateway-source',
        command: fromSource('src/main.ts', join(options.cache, 'gateway-source')),
        env,
        cwd: ROOT,
      },
    },
  ];
}

/** As `npm start` does, without npm; the first start makes the bundle and is not measured. */
function fromSource(entry: string, cache: string): string[] {
  return [process.execPath, join(ROOT, 'tools/start.mjs'), '--entry', join(ROOT, entry), '--cache', cache];
}

async function starters(options: RunOptions): Promise<Starter[]> {
  const { all } = await contenders(options);
  const shown = [emptyServer, ...all.filter(({ name }) => !['ours-quiet', 'fastify-log'].includes(name))];
  const servers = shown.map(({ name, label, launch }) => ({
    name,
    label: name === 'ours' ? 'our pipeline, bundled' : label,
    launch: launch(false),
  }));
  const source: Starter = {
    name: 'ours-source',
    label: 'our pipeline, from source',
    launch: {
      name: 'ours-source',
      command: fromSource('bench/ours/main.ts', join(options.cache, 'ours-source')),
      env: { BENCH_BEARER: 'off' },
      cwd: ROOT,
    },
  };
  return [...servers, source, ...(await gateways(options))];
}

async function startOnce({ launch }: Starter): Promise<Start> {
  const server = await ServerProcess.start(launch);
  await server.stop();
  return { ms: server.startMs, cpuMs: server.startCpuMs, rssMb: server.startRssBytes / 1_048_576 };
}

async function run(options: RunOptions): Promise<Report> {
  const list = await starters(options);
  for (const starter of list) await startOnce(starter);
  const rounds = options.quick ? 3 : 9;
  const starts = await interleave(list, rounds, async (starter, round) => {
    const start = await startOnce(starter);
    options.log(
      `start, round ${round + 1}/${rounds}: ${starter.label} ${figure(start.ms)} ms, ${figure(start.rssMb)} MB`,
    );
    return start;
  });
  const series = (name: string, of: keyof Start): number[] => {
    const starter = list.find((one) => one.name === name);
    return (starter === undefined ? [] : (starts.get(starter) ?? [])).map((start) => start[of]);
  };
  const ratio = (name: string, of: keyof Start) => pairedRatio(series(name, of), series('empty', of));
  const target = (what: string, name: string, of: keyof Start, bound: number) => ({
    what,
    measured: ratio(name, of),
    bound,
    direction: 'at most' as const,
  });
  return {
    tables: [
      {
        title: 'Start: from the start of the process to its first 200',
        note: 'Median; the ratios are to an empty node:http process. Our pipeline has no database, the gateway a PostgreSQL beside it.',
        columns: ['server', 'ms', 'to empty', 'CPU ms', 'to empty', 'RSS MB', 'to empty'],
        rows: list.map(({ name, label }) => [
          label,
          figure(median(series(name, 'ms'))),
          times(ratio(name, 'ms')),
          figure(median(series(name, 'cpuMs'))),
          times(ratio(name, 'cpuMs')),
          figure(median(series(name, 'rssMb'))),
          times(ratio(name, 'rssMb')),
        ]),
      },
    ],
    targets: [
      target('start of the bundled pipeline to an empty process', 'ours', 'ms', 1.5),
      target('start of the pipeline from source', 'ours-source', 'ms', 4),
      target('start of the bundled gateway on PostgreSQL', 'gateway', 'ms', 1.5),
      target('start of the gateway on PostgreSQL from source', 'gateway-source', 'ms', 4),
      target('RSS of the bundled pipeline at its first 200', 'ours', 'rssMb', 1.5),
      target('RSS of the bundled gateway on PostgreSQL', 'gateway', 'rssMb', 1.5),
    ],
    figures: Object.fromEntries(list.map((starter) => [starter.name, starts.get(starter)])),
  };
}

/** Measures the time and the memory of a process until its first answer. */
export const startup: Benchmark = {
  name: 'startup',
  description: 'time and memory from the start of the process to its first 200',
  run,
};
