import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import type { Benchmark, Report, RunOptions } from '#bench/kit/benchmark.ts';
import { askOnce } from '#bench/kit/cases.ts';
import type { LoadCase } from '#bench/kit/load.ts';
import { interleave } from '#bench/kit/rounds.ts';
import { ServerProcess } from '#bench/kit/server-process.ts';
import { median, pairedRatio, quantile } from '#bench/kit/statistics.ts';
import { figure, times } from '#bench/kit/table.ts';
import { type ListPage, listPages, type Place } from '#bench/list-pages.ts';
import { type ConversationLoad, seedConversations } from '#bench/seed-conversations.ts';
import { LOAD_CORE } from '#bench/servers.ts';
import { bundle } from '../tools/bundle.ts';

const ROOT = join(import.meta.dirname, '..');
const PASSWORD = 'heron-violet-lantern-4711';
const BOUND = 1.5;

interface Size extends Omit<ConversationLoad, 'userId'> {
  readonly name: string;
}

const FEW: Size = { name: 'few', conversations: 1_000, messages: 10_000, longest: 1_000, folders: 20 };
const MANY: Size = {
  name: 'many',
  conversations: 100_000,
  messages: 1_000_000,
  longest: 50_000,
  folders: 2_000,
};

/** A user of one size, and what a request of theirs needs. */
interface Subject extends Place {
  readonly size: Size;
  readonly server: ServerProcess;
  token: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

async function startGateway(options: RunOptions, databaseUrl: string, directory: string) {
  const out = join(options.cache, 'gateway');
  options.log('bundling the gateway');
  await bundle(join(ROOT, 'src/main.ts'), out);
  return ServerProcess.start({
    name: 'gateway',
    command: [process.execPath, join(out, 'main.cjs')],
    env: {
      DATABASE_URL: databaseUrl,
      DATA_DIR: directory,
      NODE_ENV: 'development',
      LOG_FORMAT: 'json',
      RATE_LIMITS: 'off',
      ROLE: 'api',
    },
    core: LOAD_CORE,
  });
}

/** Opens the account of a size; the first time it is made and its tables are filled. */
async function subjectOf(
  server: ServerProcess,
  pool: pg.Pool,
  size: Size,
  log: RunOptions['log'],
): Promise<Subject> {
  const token = await openSession(server, size);
  const me = await askOnce(server, { name: 'me', method: 'GET', path: '/api/auth/me', status: 200 }, token);
  const { id: userId } = JSON.parse(me.text) as { id: string };
  const { rows } = await pool.query('select 1 from conversations where user_id = $1 limit 1', [userId]);
  const load = { ...size, userId };
  const place = await seedConversations(pool, load, {
    missing: rows.length === 0,
    onProgress: (table, done, of) => log(`seeding ${size.name}: ${done} of ${of} ${table}`),
  });
  return { size, server, token, ...place };
}

async function openSession(server: ServerProcess, { name }: Size): Promise<string> {
  const body = JSON.stringify({ email: `bench-${name}@example.org`, password: PASSWORD });
  for (const path of ['/api/auth/login', '/api/auth/register']) {
    const load: LoadCase = { name: path, method: 'POST', path, status: 200, body };
    const answer = await askOnce(server, load);
    if (answer.status < 300) return (JSON.parse(answer.text) as { access_token: string }).access_token;
  }
  throw new Error('The account of the benchmark can neither be opened nor made.');
}

/** Milliseconds of one request to its last byte. Throws when it is not answered with 200. */
function timeOf({ server, token }: Subject, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = { authorization: `Bearer ${token}` };
    const asked = request({ host: '127.0.0.1', port: server.port, path, agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`${path} was answered with ${answer.statusCode}`));
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function p95Of(subject: Subject, path: string, requests: number): Promise<number> {
  const spent: number[] = [];
  for (let i = 0; i < requests; i++) spent.push(await timeOf(subject, path));
  return quantile(spent, 0.95);
}

interface PageResult {
  readonly page: string;
  readonly few: readonly number[];
  readonly many: readonly number[];
}

async function measurePage(
  page: ListPage,
  subjects: readonly [Subject, Subject],
  options: RunOptions,
): Promise<PageResult> {
  const [rounds, requests] = options.quick ? [3, 20] : [7, 60];
  const paths = new Map<Subject, string>();
  for (const subject of subjects) {
    subject.token = await openSession(subject.server, subject.size);
    const fetchJson = async (path: string) =>
      JSON.parse(
        (await askOnce(subject.server, { name: page.name, method: 'GET', path, status: 200 }, subject.token))
          .text,
      );
    const path = await page.pathOf(subject, fetchJson);
    paths.set(subject, path);
    await p95Of(subject, path, requests);
  }
  const measured = await interleave(subjects, rounds, (subject) =>
    p95Of(subject, paths.get(subject) ?? '', requests),
  );
  const [few, many] = subjects.map((subject) => measured.get(subject) ?? []) as [number[], number[]];
  options.log(`${page.name}: p95 ${figure(median(few))} ms with few, ${figure(median(many))} ms with many`);
  return { page: page.name, few, many };
}

function reportOf(results: readonly PageResult[]): Report {
  return {
    tables: [
      {
        title: 'Lists of a user with 100,000 conversations and 1,000,000 messages',
        note: 'p95 of requests one after the other, median of interleaved rounds; the ratio is to a user with 1,000 and 10,000.',
        columns: ['page', 'p95 ms, few', 'p95 ms, many', 'ratio'],
        rows: results.map(({ page, few, many }) => [
          page,
          figure(median(few)),
          figure(median(many)),
          times(pairedRatio(many, few)),
        ]),
      },
    ],
    // The smaller user has no page 500 that it could be held against.
    targets: results
      .filter(({ page }) => !page.includes(' against '))
      .map(({ page, few, many }) => ({
        what: `${page}, many to few`,
        measured: pairedRatio(many, few),
        bound: BOUND,
        direction: 'at most' as const,
      })),
    figures: results,
  };
}

async function run(options: RunOptions): Promise<Report> {
  const databaseUrl = process.env.BENCH_DATABASE_URL;
  if (databaseUrl === undefined) {
    options.log('scale is left out: BENCH_DATABASE_URL names no PostgreSQL');
    return { tables: [], figures: [] };
  }
  const directory = mkdtempSync(join(options.cache, 'scale-'));
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const server = await startGateway(options, databaseUrl, directory);
  try {
    const few = await subjectOf(server, pool, FEW, options.log);
    const many = await subjectOf(server, pool, MANY, options.log);
    await pool.query('vacuum analyze');
    const results: PageResult[] = [];
    for (const page of listPages) results.push(await measurePage(page, [few, many], options));
    return reportOf(results);
  } finally {
    await server.stop();
    await pool.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Compares the lists of a user with many rows to those of a user with few. */
export const scale: Benchmark = {
  name: 'scale',
  description: 'pages of lists, first and deep, of a user with much against one with little, on PostgreSQL',
  run,
};
