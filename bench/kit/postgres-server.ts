import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL for one run. */
export interface PostgresServer {
  /** Address of its first database. */
  readonly url: string;
  /** Makes a database without tables and resolves to its address. One of an earlier run is replaced. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';
const START_TRIES = 100;
const START_EVERY_MS = 200;
const run = promisify(execFile);

/** The PostgreSQL of `BENCH_DATABASE_URL`, else Debian's in a folder of its own. Undefined where there is neither. */
export async function openPostgres(): Promise<PostgresServer | undefined> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given !== undefined) return serverAt(given, async () => undefined);
  const version = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))[0]
    : undefined;
  return version === undefined ? undefined : startDebians(join(DEBIAN, version, 'bin'));
}

/** It refuses to run as root, so it runs as the user that its package made. */
async function startDebians(bin: string): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-postgres-'));
  const asPostgres = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  if (asPostgres.length > 0) await run('chown', ['postgres', directory]);
  chmodSync(directory, 0o700);
  const command = (name: string, ...args: string[]): [string, string[]] => {
    const [program, ...rest] = [...asPostgres, join(bin, name), ...args] as [string, ...string[]];
    return [program, rest];
  };
  const data = join(directory, 'data');
  await run(...command('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8'), {
    cwd: '/',
  });
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${directory}`];
  // What it does by itself would be measured with the rest.
  const words = [...settings, 'fsync=off', 'autovacuum=off', 'max_connections=200'].flatMap((word) => [
    '-c',
    word,
  ]);
  const child = spawn(...command('postgres', '-D', data, ...words), { cwd: '/', stdio: 'ignore' });
  const exited = once(child, 'exit');
  const server = serverAt(`postgres://postgres@127.0.0.1:${port}/postgres`, async () => {
    // Nothing of it is kept, and whoever is still connected is cut off.
    if (child.exitCode === null)
      await run(...command('pg_ctl', '-D', data, 'stop', '-m', 'immediate'), { cwd: '/' });
    await exited;
    rmSync(directory, { recursive: true, force: true });
  });
  for (let tries = 1; !(await answers(server.url)); tries++) {
    if (tries === START_TRIES || child.exitCode !== null) {
      await server.stop();
      throw new Error('The PostgreSQL of this machine does not start.');
    }
    await sleep(START_EVERY_MS);
  }
  return server;
}

function serverAt(url: string, stop: () => Promise<void>): PostgresServer {
  return {
    url,
    stop,
    async createDatabase(name) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
        await client.query(`create database ${client.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
