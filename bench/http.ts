import type { Benchmark, Report, RunOptions, Target } from '#bench/kit/benchmark.ts';
import { askOnce, CASES, comparable } from '#bench/kit/cases.ts';
import type { Chart } from '#bench/kit/chart.ts';
import { Load, type LoadCase, type Window } from '#bench/kit/load.ts';
import { peerVersions } from '#bench/kit/peers.ts';
import { interleave } from '#bench/kit/rounds.ts';
import { ServerProcess } from '#bench/kit/server-process.ts';
import { geometricMean, median, pairedRatio, spread } from '#bench/kit/statistics.ts';
import { figure, type Table, times } from '#bench/kit/table.ts';
import { type Contender, contenders, freshToken, LOAD_CORE, SERVER_CORE } from '#bench/servers.ts';

interface Entrant {
  readonly contender: Contender;
  readonly server: ServerProcess;
}

/** Windows of one server in one case, in the order of the rounds. */
export interface Cell {
  readonly server: string;
  readonly bearer: boolean;
  readonly load: string;
  readonly windows: readonly Window[];
}

const CONNECTIONS = 32;

/** Starts servers one after the other and runs `work` with them; whatever happens, they are stopped. */
async function withServers<T>(
  list: readonly Contender[],
  bearer: boolean,
  options: RunOptions,
  work: (entrants: readonly Entrant[]) => Promise<T>,
): Promise<T> {
  const entrants: Entrant[] = [];
  try {
    for (const contender of list) {
      options.log(`starting ${contender.label}${bearer ? ' with bearer' : ''}`);
      const headers = bearer ? { authorization: `Bearer ${await freshToken()}` } : {};
      const launch = { ...contender.launch(bearer), headers, core: SERVER_CORE };
      entrants.push({ contender, server: await ServerProcess.start(launch) });
    }
    return await work(entrants);
  } finally {
    await Promise.all(entrants.map(({ server }) => server.stop()));
  }
}

/** Servers that answer something else than the others do other work, and no ratio between them means anything. */
async function assertSameAnswers(entrants: readonly Entrant[], bearer: boolean): Promise<void> {
  const token = bearer ? await freshToken() : undefined;
  for (const load of CASES) {
    let expected: string | undefined;
    for (const { contender, server } of entrants) {
      const answer = await askOnce(server, load, token);
      if (answer.status !== load.status)
        throw new Error(
          `${contender.name} answers ${load.name} with ${answer.status}: ${answer.text.slice(0, 300)}`,
        );
      const text = comparable(answer.text);
      expected ??= text;
      if (text !== expected)
        throw new Error(`${contender.name} answers ${load.name} unlike the first: ${text.slice(0, 300)}`);
      if (bearer && (await askOnce(server, load)).status < 400)
        throw new Error(`${contender.name} answers ${load.name} without a token`);
    }
  }
}

/** Measures servers with all cases, in interleaved rounds. */
export async function measure(
  list: readonly Contender[],
  bearer: boolean,
  options: RunOptions,
): Promise<Cell[]> {
  const [rounds, seconds] = options.quick ? [3, 1] : [7, 1];
  const load = new Load({
    kind: options.load,
    connections: CONNECTIONS,
    core: LOAD_CORE,
    cache: options.cache,
  });
  return withServers(list, bearer, options, async (entrants) => {
    await assertSameAnswers(entrants, bearer);
    const cells: Cell[] = [];
    for (const request of CASES) {
      const note = `${request.name}${bearer ? ' with bearer' : ''}`;
      options.log(`${note}: warming up`);
      for (const { server } of entrants) await load.warmUp(server, request, await tokenFor(bearer));
      const windows = await interleave(entrants, rounds, async ({ contender, server }, round) => {
        const window = await load.window(server, request, await tokenFor(bearer), seconds);
        options.log(progress(note, round, rounds, contender, window));
        return window;
      });
      for (const [{ contender }, values] of windows)
        cells.push({ server: contender.name, bearer, load: request.name, windows: values });
    }
    return cells;
  });
}

async function tokenFor(bearer: boolean): Promise<string | undefined> {
  return bearer ? await freshToken() : undefined;
}

function progress(note: string, round: number, rounds: number, contender: Contender, window: Window): string {
  const share = `${Math.round(window.share * 100)} % of a core`;
  return `${note}, round ${round + 1}/${rounds}: ${contender.label} ${figure(window.perCpuSecond)} (${share})`;
}

/** Requests for each second of processor time, of one server in one case, in the order of the rounds. */
export function seriesOf(cells: readonly Cell[], server: string, load: string, bearer: boolean): number[] {
  const cell = cells.find((one) => one.server === server && one.load === load && one.bearer === bearer);
  return (cell?.windows ?? []).map(({ perCpuSecond }) => perCpuSecond);
}

/** Geometric mean over the cases of how much faster one server is than another. */
export function ratioBetween(cells: readonly Cell[], one: string, other: string, bearer: boolean): number {
  return geometricMean(
    CASES.map(({ name }) =>
      pairedRatio(seriesOf(cells, one, name, bearer), seriesOf(cells, other, name, bearer)),
    ),
  );
}

/** Our server that does what another does: writes a line for each request, or not. */
function equalOf(name: string): string {
  return name.endsWith('-log') ? 'ours' : 'ours-quiet';
}

function tableOf(cells: readonly Cell[], list: readonly Contender[], bearer: boolean): Table {
  const base = list.some(({ name }) => name === 'bare') ? 'bare' : (list[0]?.name ?? '');
  const names = CASES.map(({ name }) => name);
  return {
    title: bearer
      ? 'Requests per CPU second, with a bearer token'
      : 'Requests per CPU second, without a token',
    note: `Median of the rounds; in brackets how far the rounds lie apart (half the distance of the quartiles). p99 in ms.
"ours is" compares like with like: without a request log where the other has none, with ours where it has one.`,
    columns: [
      'server',
      ...names,
      'to node:http',
      'ours is',
      'as shipped',
      ...names.map((name) => `p99 ${name}`),
    ],
    rows: list.map(({ name, label }) => [
      label,
      ...names.map((load) => {
        const series = seriesOf(cells, name, load, bearer);
        return `${figure(median(series))} (${figure(spread(series) * 100)} %)`;
      }),
      times(ratioBetween(cells, name, base, bearer)),
      name.startsWith('ours') ? '' : times(ratioBetween(cells, equalOf(name), name, bearer)),
      name === 'ours' ? '' : times(ratioBetween(cells, 'ours', name, bearer)),
      ...names.map((load) => figure(p99Of(cells, name, load, bearer))),
    ]),
  };
}

function p99Of(cells: readonly Cell[], server: string, load: string, bearer: boolean): number {
  const cell = cells.find((one) => one.server === server && one.load === load && one.bearer === bearer);
  return median((cell?.windows ?? []).map(({ p99Ms }) => p99Ms));
}

/** The cost of a token at each server, by case. */
function bearerTable(cells: readonly Cell[], list: readonly Contender[]): Table {
  return {
    title: 'With a token against without',
    columns: ['server', ...CASES.map(({ name }) => name)],
    rows: list.map(({ name, label }) => [
      label,
      ...CASES.map(({ name: load }) =>
        times(median(seriesOf(cells, name, load, true)) / median(seriesOf(cells, name, load, false))),
      ),
    ]),
  };
}

function chartOf(cells: readonly Cell[], list: readonly Contender[], bearer: boolean): Chart {
  return {
    name: bearer ? 'http-bearer' : 'http',
    title: bearer ? 'With a bearer token' : 'Without a token',
    unit: 'requests per second of processor time of the server, median; longer is better',
    groups: CASES.map(({ name: load }) => ({
      label: load,
      bars: list.map(({ name, label, ours }) => ({
        label,
        value: median(seriesOf(cells, name, load, bearer)),
        ours: ours === true,
      })),
    })),
  };
}

function targetsOf(cells: readonly Cell[]): Target[] {
  const mean = (what: string, other: string, bearer: boolean, bound: number): Target => ({
    what,
    measured: ratioBetween(cells, equalOf(other), other, bearer),
    bound,
    direction: 'at least',
  });
  const fastApi = (load: LoadCase, bound: number): Target => ({
    what: `${load.name} to FastAPI`,
    measured: pairedRatio(
      seriesOf(cells, equalOf('fastapi'), load.name, false),
      seriesOf(cells, 'fastapi', load.name, false),
    ),
    bound,
    direction: 'at least',
  });
  const [health, list, create] = CASES as readonly [LoadCase, LoadCase, LoadCase];
  return [
    mean('to Fastify', 'fastify', false, 1.15),
    mean('to Fastify, both with their log', 'fastify-log', false, 1.15),
    mean('to node:http alone', 'bare', false, 0.9),
    mean('to Fastify, with bearer', 'fastify', true, 2),
    mean('to the stock stack', 'stock', false, 25),
    fastApi(health, 4),
    fastApi(list, 15),
    fastApi(create, 4),
  ];
}

async function run(options: RunOptions): Promise<Report> {
  const { all, python } = await contenders(options);
  const cells = [...(await measure(all, false, options)), ...(await measure(all, true, options))];
  return {
    tables: [tableOf(cells, all, false), tableOf(cells, all, true), bearerTable(cells, all)],
    charts: [chartOf(cells, all, false), chartOf(cells, all, true)],
    targets: targetsOf(cells),
    figures: { versions: await peerVersions(python), cells },
  };
}

/** The same three requests to every server, with and without a token. */
export const http: Benchmark = {
  name: 'http',
  description: 'requests per CPU second against node:http, Fastify, Hono, the stock stack and FastAPI',
  run,
};
