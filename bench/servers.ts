import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RunOptions } from '#bench/kit/benchmark.ts';
import { installFastApi, PEERS, type Python } from '#bench/kit/peers.ts';
import type { Launch } from '#bench/kit/server-process.ts';
import { BENCH_USER } from '#bench/ours/user.ts';
import { AccessTokens } from '#src/domain/accounts/access-tokens.ts';
import { createIds } from '#src/platform/ids.ts';
import { bundle } from '../tools/bundle.ts';

/** A server that takes part. */
export interface Contender {
  readonly name: string;
  readonly label: string;
  readonly ours?: boolean;
  launch(bearer: boolean): Launch;
}

const ROOT = join(import.meta.dirname, '..');
const CONTRACT = join(ROOT, 'src/generated/openapi.gen.json');
const SECRET = 'a secret of the benchmark that is long enough';
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

const tokens = new AccessTokens({ secrets: [SECRET], ids: createIds() });

/** A token as the gateway issues it, good for a quarter of an hour. */
export function freshToken(): Promise<string> {
  return tokens.issue({ userId: BENCH_USER, sessionId: randomUUID() }, new Date());
}

function environment(bearer: boolean, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { BENCH_BEARER: bearer ? 'on' : 'off', BENCH_SECRET: SECRET, BENCH_CONTRACT: CONTRACT, ...extra };
}

function peer(
  name: string,
  label: string,
  extra: Readonly<Record<string, string>> = {},
  file = name,
): Contender {
  return {
    name,
    label,
    launch: (bearer) => ({
      name,
      command: [process.execPath, join(PEERS, `${file}.mjs`)],
      env: environment(bearer, extra),
    }),
  };
}

/** The gateway's pipeline from a bundle that was made of `entry`. */
export function ours(
  name: string,
  label: string,
  main: string,
  extra: Record<string, string> = {},
): Contender {
  return {
    name,
    label,
    ours: true,
    launch: (bearer) => ({ name, command: [process.execPath, main], env: environment(bearer, extra) }),
  };
}

/** Bundles the gateway's pipeline as `npm run build` bundles the gateway. Resolves to the file to run. */
export async function bundleOurs(
  options: RunOptions,
  entry = join(ROOT, 'bench/ours/main.ts'),
  name = 'ours',
) {
  options.log(`bundling ${name}`);
  const out = join(options.cache, name);
  await bundle(entry, out);
  return join(out, 'main.cjs');
}

function fastApi(python: string): Contender {
  const uvicorn = [
    '-m',
    'uvicorn',
    'fastapi_app:app',
    '--loop',
    'uvloop',
    '--http',
    'httptools',
    '--no-access-log',
  ];
  return {
    name: 'fastapi',
    label: 'FastAPI + uvicorn',
    launch: (bearer) => ({
      name: 'fastapi',
      command: ['sh', '-c', `exec "${python}" ${uvicorn.join(' ')} --log-level warning --port "$PORT"`],
      env: environment(bearer),
      cwd: PEERS,
    }),
  };
}

/** Everybody who takes part in a run, and FastAPI's Python. */
export async function contenders(options: RunOptions): Promise<{ all: Contender[]; python: Python }> {
  const main = await bundleOurs(options);
  const all = [
    ours('ours', 'ours, as shipped', main),
    ours('ours-quiet', 'ours, no request log', main, { BENCH_LOG: 'off' }),
    peer('bare', 'node:http alone'),
    peer('fastify', 'Fastify 5'),
    peer('fastify-log', 'Fastify 5 with its log', { BENCH_LOG: 'on' }, 'fastify'),
    peer('hono', 'Hono + zod-openapi'),
    peer('stock', 'Express + validator + openapi-backend'),
  ];
  const python: Python = options.wanted('fastapi')
    ? await installFastApi(options)
    : { missing: 'not asked for' };
  if ('python' in python) all.push(fastApi(python.python));
  else options.log(`FastAPI is left out: ${python.missing}`);
  return { all: all.filter(({ name }) => options.wanted(name)), python };
}

/** The server that does nothing, for start and memory. */
export const emptyServer: Contender = peer('empty', 'empty node:http process');
