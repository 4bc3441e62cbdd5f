import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark, Report, RunOptions } from '#bench/kit/benchmark.ts';
import { askOnce } from '#bench/kit/cases.ts';
import { Load, type LoadCase, type Window } from '#bench/kit/load.ts';
import { interleave } from '#bench/kit/rounds.ts';
import { type Launch, ServerProcess } from '#bench/kit/server-process.ts';
import { median } from '#bench/kit/statistics.ts';
import { figure, type Table, times } from '#bench/kit/table.ts';
import { bundleOurs, freshToken, LOAD_CORE, ours, SERVER_CORE } from '#bench/servers.ts';
import { bundle } from '../tools/bundle.ts';

const ROOT = join(import.meta.dirname, '..');
const ACCOUNT = { email: 'bench@example.org', password: 'heron-violet-lantern-4711' };
const CONNECTIONS = 8;

const LOGIN: LoadCase = {
  name: 'login',
  method: 'POST',
  path: '/api/auth/login',
  status: 200,
  body: JSON.stringify(ACCOUNT),
};
const READ: LoadCase = { name: 'authenticated GET', method: 'GET', path: '/api/auth/me', status: 200 };

interface Contestant {
  readonly label: string;
  readonly server: ServerProcess;
  readonly token: string | undefined;
}

/** The whole gateway on the PostgreSQL of the run, or on its embedded database, with one account. */
async function gatewayLaunch(options: RunOptions, directory: string): Promise<Launch> {
  const out = join(options.cache, 'gateway');
  options.log('bundling the gateway');
  await bundle(join(ROOT, 'src/main.ts'), out);
  const databaseUrl = process.env.BENCH_DATABASE_URL;
  return {
    name: 'gateway',
    command: [process.execPath, join(out, 'main.cjs')],
    env: {
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      DATA_DIR: directory,
      NODE_ENV: 'development',
      LOG_FORMAT: 'json',
      // One account logs in again and again, which the limits are there to stop.
      RATE_LIMITS: 'off',
      ROLE: 'api',
    },
    core: SERVER_CORE,
  };
}

async function openSession(server: ServerProcess): Promise<string> {
  const register: LoadCase = { ...LOGIN, name: 'register', path: '/api/auth/register' };
  for (const request of [register, LOGIN]) {
    const answer = await askOnce(server, request);
    if (answer.status >= 300) continue;
    return (JSON.parse(answer.text) as { access_token: string }).access_token;
  }
  throw new Error('The account of the benchmark can neither be made nor opened.');
}

/** Measures one request on the gateway and on its pipeline alone, in interleaved rounds. */
async function compare(
  options: RunOptions,
  request: LoadCase,
  contestants: readonly Contestant[],
): Promise<ReadonlyMap<Contestant, Window[]>> {
  const load = new Load({
    kind: options.load,
    connections: CONNECTIONS,
    core: LOAD_CORE,
    cache: options.cache,
  });
  for (const { server, token, label } of contestants) {
    const answer = await askOnce(server, request, token);
    if (answer.status !== request.status)
      throw new Error(`${label} answers ${request.name} with ${answer.status}: ${answer.text.slice(0, 300)}`);
    options.log(`${request.name}: warming up ${label}`);
    await load.warmUp(server, request, token);
  }
  const rounds = options.quick ? 3 : 7;
  return interleave(contestants, rounds, async ({ label, server, token }, round) => {
    const window = await load.window(server, request, token, options.quick ? 1 : 2);
    options.log(
      `${request.name}, round ${round + 1}/${rounds}: ${label} ${figure(window.perCpuSecond)} a CPU second`,
    );
    return window;
  });
}

function tableOf(measured: ReadonlyMap<LoadCase, ReadonlyMap<Contestant, Window[]>>): Table {
  const rows = [...measured].flatMap(([request, windows]) => {
    const of = (list: readonly Window[], key: keyof Window) => median(list.map((window) => window[key]));
    const [gateway] = [...windows.values()];
    return [...windows].map(([{ label }, list]) => [
      request.name,
      label,
      figure(of(list, 'perCpuSecond')),
      figure(of(list, 'perSecond')),
      figure(of(list, 'p99Ms')),
      times(of(list, 'perCpuSecond') / of(gateway ?? [], 'perCpuSecond')),
    ]);
  });
  const database = process.env.BENCH_DATABASE_URL === undefined ? 'embedded, in its process' : 'PostgreSQL';
  return {
    title: 'Accounts: the gateway against its pipeline alone',
    note: `The pipeline answers from memory. The database of the gateway is ${database}. A login is argon2id by design.`,
    columns: ['request', 'server', 'per CPU second', 'per second', 'p99 ms', 'to the gateway'],
    rows,
  };
}

async function run(options: RunOptions): Promise<Report> {
  const directory = mkdtempSync(join(options.cache, 'accounts-'));
  const main = await bundleOurs(options);
  const pipeline = (bearer: boolean): Launch => ({
    ...ours('ours', 'pipeline alone', main).launch(bearer),
    core: SERVER_CORE,
  });
  const started: ServerProcess[] = [];
  const start = async (launch: Launch): Promise<ServerProcess> => {
    const server = await ServerProcess.start(launch);
    started.push(server);
    return server;
  };
  try {
    options.log('starting the gateway');
    const gateway = await start(await gatewayLaunch(options, directory));
    const token = await openSession(gateway);
    const bearerToken = await freshToken();
    const open = await start(pipeline(false));
    const headers = { authorization: `Bearer ${bearerToken}` };
    const closed = await start({ ...pipeline(true), headers });
    const measured = new Map([
      [
        READ,
        await compare(options, READ, [
          { label: 'gateway', server: gateway, token },
          { label: 'pipeline alone', server: closed, token: bearerToken },
        ]),
      ],
      [
        LOGIN,
        await compare(options, LOGIN, [
          { label: 'gateway', server: gateway, token: undefined },
          { label: 'pipeline alone', server: open, token: undefined },
        ]),
      ],
    ]);
    const figures = [...measured].map(([request, windows]) => ({
      request: request.name,
      servers: [...windows].map(([{ label }, list]) => ({ label, windows: list })),
    }));
    return { tables: [tableOf(measured)], figures };
  } finally {
    await Promise.all(started.map((server) => server.stop()));
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Measures the cost of accounts beside the pipeline: a login, and a GET with a token. */
export const accounts: Benchmark = {
  name: 'accounts',
  description: 'login and an authenticated GET on the whole gateway against its pipeline alone',
  run,
};
