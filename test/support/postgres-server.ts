import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from '#test/support/eventually.ts';
import { freePort } from '#test/support/redis-server.ts';

const VERSIONS = '/usr/lib/postgresql';
const RUNUSER = '/usr/sbin/runuser';

/** Programs of the newest PostgreSQL on this machine. */
const programs = existsSync(VERSIONS)
  ? readdirSync(VERSIONS)
      .map((version) => join(VERSIONS, version, 'bin'))
      .filter((folder) => existsSync(join(folder, 'initdb')))
      .at(-1)
  : undefined;

/** PostgreSQL does not run as root, so root needs another user for it. */
const isRoot = process.getuid?.() === 0;

/** True when tests can start a PostgreSQL on this machine. */
export const hasPostgresServer = programs !== undefined && (!isRoot || existsSync(RUNUSER));

/** A PostgreSQL of the test's own. */
export interface PostgresServer {
  readonly url: string;
  /** Holds the server and all its backends where they are: connections stay open and nobody answers. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

export async function startPostgresServer(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'voiceassist-pg-'));
  const data = join(folder, 'data');
  if (isRoot) {
    chmodSync(folder, 0o755);
    execFileSync('install', ['-d', '-o', 'postgres', '-m', '700', data]);
  }
  const init = ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8'];
  execFileSync(...commandOf('initdb', init), { stdio: 'ignore' });
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
  const server = spawn(...commandOf('postgres', [...options, '-c', `unix_socket_directories=${data}`]), {
    stdio: 'ignore',
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await eventually(() => answers(url), { what: 'PostgreSQL' });
  const tell = (signal: NodeJS.Signals): void => {
    for (const pid of treeOf(server)) process.kill(pid, signal);
  };
  return {
    url,
    pause: () => tell('SIGSTOP'),
    resume: () => tell('SIGCONT'),
    async close() {
      const over = new Promise((resolve) => server.once('exit', resolve));
      tell('SIGCONT');
      // Under runuser, the server is its child, and takes its backends with it.
      process.kill(treeOf(server)[isRoot ? 1 : 0] as number, 'SIGQUIT');
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function commandOf(program: string, parameters: readonly string[]): [string, string[]] {
  const path = join(programs as string, program);
  return isRoot ? [RUNUSER, ['-u', 'postgres', '--', path, ...parameters]] : [path, [...parameters]];
}

/** The processes of a server. Its backends have sessions of their own, so that no process group contains them all. */
function treeOf(server: ChildProcess): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((pid) => [Number(pid), parentOf(pid)]));
  const found = [server.pid as number];
  for (const parent of found) for (const [pid, of] of parents) if (of === parent) found.push(pid);
  return found;
}

/** Undefined for a process that has ended meanwhile. */
function parentOf(pid: string): number | undefined {
  try {
    // Its name, in parentheses, may contain anything.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(parent);
  } catch {
    return undefined;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
