import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Benchmark, Report, RunOptions } from '#bench/kit/benchmark.ts';
import { askOnce } from '#bench/kit/cases.ts';
import { OpenStream } from '#bench/kit/open-stream.ts';
import { openPostgres, type PostgresServer } from '#bench/kit/postgres-server.ts';
import { ServerProcess } from '#bench/kit/server-process.ts';
import { quantile } from '#bench/kit/statistics.ts';
import { figure } from '#bench/kit/table.ts';
import { type Listener, seedListeners } from '#bench/seed-listeners.ts';

const ROOT = join(import.meta.dirname, '..');
const SECRET = randomBytes(32).toString('base64');
/** Position of the only event of a new conversation. */
const LAST_SEQ = 1;
const OPENED_PER_SECOND = 100;
/** PostgreSQL adds up what an idle connection has done after ten seconds. */
const SETTLE_MS = 12_000;
const EVENT_EVERY_MS = 50;
/** The listeners that hear of something lie apart. */
const STRIDE = 7;
const ARRIVES_WITHIN_MS = 30_000;

/** A checkout of the gateway, of which two replicas run. */
interface Contestant {
  readonly name: string;
  readonly label: string;
  readonly root: string;
}

interface Replicas {
  /** Changes are made here. */
  readonly writer: ServerProcess;
  /** Streams are open here. */
  readonly listener: ServerProcess;
  readonly pool: pg.Pool;
  readonly listeners: readonly Listener[];
  close(): Promise<void>;
}

interface Result {
  readonly label: string;
  readonly streams: number;
  /** Transactions a second of both replicas while nothing happens; each statement is one of its own. */
  readonly statements: number;
  /** Processor time of the replica with the streams, as a share of one core. */
  readonly cpuShare: number;
  readonly kilobytesEach: number;
  readonly headMs: readonly number[];
  /** From the request of the change at one replica to the event at the other. */
  readonly deliveryMs: readonly number[];
}

function contestants(): Contestant[] {
  const before = process.env.BENCH_BEFORE;
  return [
    ...(before === undefined ? [] : [{ name: 'before', label: 'before', root: before }]),
    { name: 'now', label: 'now', root: ROOT },
  ];
}

/** Each checkout is bundled by its own tools. */
async function bundleOf({ name, root }: Contestant, options: RunOptions): Promise<string> {
  options.log(`bundling ${name}`);
  const out = join(options.cache, `streams-${name}`);
  const tools = (await import(pathToFileURL(join(root, 'tools/bundle.ts')).href)) as {
    bundle(entry: string, out: string): Promise<unknown>;
  };
  await tools.bundle(join(root, 'src/main.ts'), out);
  return join(out, 'main.cjs');
}

async function startReplicas(
  contestant: Contestant & { readonly program: string },
  postgres: PostgresServer,
  streams: number,
  options: RunOptions,
): Promise<Replicas> {
  const databaseUrl = await postgres.createDatabase(`bench_streams_${contestant.name}`);
  const directory = mkdtempSync(join(options.cache, 'streams-data-'));
  const start = (name: string): Promise<ServerProcess> =>
    ServerProcess.start({
      name: `${contestant.name}, ${name}`,
      command: [process.execPath, contestant.program],
      env: {
        DATABASE_URL: databaseUrl,
        DATA_DIR: directory,
        NODE_ENV: 'development',
        LOG_FORMAT: 'json',
        JWT_SECRET: SECRET,
        RATE_LIMITS: 'off',
        // Workers of jobs ask the database as well, which is no matter of streams.
        ROLE: 'api',
      },
    });
  const writer = await start('writer');
  const listener = await start('listener');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  options.log(`seeding ${streams} users`);
  return {
    writer,
    listener,
    pool,
    listeners: await seedListeners(pool, streams, SECRET),
    async close() {
      await Promise.all([writer.stop(), listener.stop(), pool.end()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Opens a stream for each of the first listeners, at a steady pace. */
async function openStreams(
  { listener, listeners }: Replicas,
  count: number,
  { log }: RunOptions,
): Promise<OpenStream[]> {
  const opened: Promise<OpenStream>[] = [];
  const began = performance.now();
  for (const [i, { token, conversationId }] of listeners.slice(0, count).entries()) {
    await sleep(Math.max(0, began + (i * 1000) / OPENED_PER_SECOND - performance.now()));
    const path = `/api/conversations/${conversationId}/events?after=${LAST_SEQ}`;
    opened.push(OpenStream.open(listener.port, path, token));
    if ((i + 1) % 500 === 0) log(`${i + 1} of ${count} streams are asked for`);
  }
  return Promise.all(opened);
}

async function transactions(pool: pg.Pool): Promise<number> {
  // What this connection did would be added up later only, in the middle of what is measured.
  await pool.query('select pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ count: string }>(
    'select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()',
  );
  return Number(rows[0]?.count);
}

/** Measures the replicas while nothing happens. */
async function idle(
  { pool, listener }: Replicas,
  seconds: number,
): Promise<{ statements: number; cpuShare: number }> {
  const [before, cpuBefore, began] = [
    await transactions(pool),
    await listener.cpuSeconds(),
    performance.now(),
  ];
  await sleep(seconds * 1000);
  const spent = (performance.now() - began) / 1000;
  const cpu = (await listener.cpuSeconds()) - cpuBefore;
  return { statements: ((await transactions(pool)) - before) / spent, cpuShare: cpu / spent };
}

/** Milliseconds from the request of each change at one replica to its event at the other. */
async function deliver(
  { writer, listeners }: Replicas,
  streams: readonly OpenStream[],
  events: number,
): Promise<number[]> {
  const arrivals: Promise<number>[] = [];
  const began = performance.now();
  for (let i = 0; i < events; i++) {
    await sleep(Math.max(0, began + i * EVENT_EVERY_MS - performance.now()));
    const place = (i * STRIDE) % streams.length;
    const { token, conversationId } = listeners[place] as Listener;
    arrivals.push(arrival(writer, streams[place] as OpenStream, conversationId, token));
  }
  return Promise.all(arrivals);
}

async function arrival(
  writer: ServerProcess,
  stream: OpenStream,
  conversationId: string,
  token: string,
): Promise<number> {
  const sent = performance.now();
  const arrived = stream.nextEventAt(ARRIVES_WITHIN_MS);
  const path = `/api/conversations/${conversationId}/messages`;
  const body = JSON.stringify({ content: 'Bed 4 is stable.' });
  const answer = await askOnce(writer, { name: 'message', method: 'POST', path, status: 201, body }, token);
  if (answer.status !== 201) throw new Error(`A message was answered with ${answer.status}: ${answer.text}`);
  return (await arrived) - sent;
}

async function openCount(server: ServerProcess): Promise<number> {
  const { text } = await askOnce(server, { name: 'metrics', method: 'GET', path: '/metrics', status: 200 });
  return Number(/^event_streams_open (\d+)$/m.exec(text)?.[1]);
}

async function measure(
  { label }: Contestant,
  replicas: Replicas,
  count: number,
  options: RunOptions,
): Promise<Result> {
  const { listener } = replicas;
  const before = await listener.rssBytes();
  const streams = await openStreams(replicas, count, options);
  await sleep(SETTLE_MS);
  const still = await idle(replicas, options.quick ? 10 : 30);
  const kilobytesEach = ((await listener.rssBytes()) - before) / count / 1024;
  options.log(`${label}, ${count} streams: ${figure(still.statements)} statements/s while nothing happens`);
  const deliveryMs = await deliver(replicas, streams, count === 0 ? 0 : options.quick ? 100 : 400);
  for (const stream of streams) stream.leave();
  const left = performance.now();
  while ((await openCount(listener)) > 0) {
    if (performance.now() - left > ARRIVES_WITHIN_MS) throw new Error('Streams stay open without a client.');
    await sleep(100);
  }
  options.log(`${label}, ${count} streams: p99 of delivery ${figure(quantile(deliveryMs, 0.99))} ms`);
  const headMs = streams.map((stream) => stream.headMs);
  return { label, streams: count, ...still, kilobytesEach, headMs, deliveryMs };
}

function reportOf(results: readonly Result[]): Report {
  const [p50, p99] = [0.5, 0.99].map(
    (part) => (values: readonly number[]) => figure(quantile(values, part)),
  ) as [(values: readonly number[]) => string, (values: readonly number[]) => string];
  return {
    tables: [
      {
        title: 'Idle event streams, each of its own session and conversation',
        note: `Two replicas on one PostgreSQL, the streams at one, the changes at the other. Statements are those of both replicas
while nothing happens, delivery is from the request of a change to its event.`,
        columns: [
          'gateway',
          'streams',
          'statements/s',
          'CPU %',
          'kB each',
          'head p50 ms',
          'p99',
          'event p50 ms',
          'p99',
        ],
        rows: results.map((result) => [
          result.label,
          figure(result.streams),
          figure(result.statements),
          figure(result.cpuShare * 100),
          figure(result.kilobytesEach),
          p50(result.headMs),
          p99(result.headMs),
          p50(result.deliveryMs),
          p99(result.deliveryMs),
        ]),
      },
    ],
    figures: results,
  };
}

async function run(options: RunOptions): Promise<Report> {
  const postgres = await openPostgres();
  if (postgres === undefined) {
    options.log(
      'streams is left out: there is no PostgreSQL on this machine, and BENCH_DATABASE_URL names none',
    );
    return { tables: [], figures: [] };
  }
  const sizes = options.quick ? [0, 200] : [0, 500, 2_000];
  const results: Result[] = [];
  try {
    const all: (Contestant & { readonly program: string })[] = [];
    for (const contestant of contestants())
      all.push({ ...contestant, program: await bundleOf(contestant, options) });
    for (const size of sizes) {
      for (const contestant of all) {
        // A process that had streams before would have their memory already.
        const replicas = await startReplicas(contestant, postgres, Math.max(...sizes), options);
        try {
          results.push(await measure(contestant, replicas, size, options));
        } finally {
          await replicas.close();
        }
      }
    }
    return reportOf(results);
  } finally {
    await postgres.stop();
  }
}

/** Measures the cost of many idle streams, and the delay of their events. */
export const streams: Benchmark = {
  name: 'streams',
  description:
    'idle event streams on two replicas: statements, processor time, memory, delivery, on PostgreSQL',
  run,
};
