import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

export interface PostgresOptions {
  /** Makes a standby of a server instead of an empty one. */
  readonly standbyOf?: PostgresServer;
  /** Offers TLS with this key and certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Who may log in, in the form of pg_hba.conf. */
  readonly access?: string;
}

export async function startPostgresServer(options: PostgresOptions = {}): Promise<PostgresServer> {
  const { standbyOf, tls, access } = options;
  const folder = mkdtempSync(join(tmpdir(), 'voiceassist-pg-'));
  const data = join(folder, 'data');
  if (isRoot) {
    chmodSync(folder, 0o755);
    execFileSync('install', ['-d', '-o', 'postgres', '-m', '700', data]);
  }
  const init = ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8'];
  const copy = ['-D', data, '-R', '--no-sync', '-c', 'fast', '-d', standbyOf?.url ?? ''];
  const fill = standbyOf === undefined ? commandOf('initdb', init) : commandOf('pg_basebackup', copy);
  execFileSync(...fill, { stdio: 'ignore' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', `unix_socket_directories=${data}`];
  if (access !== undefined) writeFileSync(join(data, 'pg_hba.conf'), access);
  if (tls !== undefined) {
    for (const [name, text] of Object.entries(tls)) {
      const file = join(data, `server.${name}`);
      writeFileSync(file, text, { mode: 0o600 });
      if (isRoot) execFileSync('chown', ['postgres', file]);
    }
    settings.push('ssl=on', 'ssl_key_file=server.key', 'ssl_cert_file=server.cert');
  }
  const words = settings.flatMap((setting) => ['-c', setting]);
  const server = spawn(...commandOf('postgres', ['-D', data, '-p', String(port), ...words]), {
    stdio: 'ignore',
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await eventually(() => isListening(port), { what: 'PostgreSQL' });
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

/** True when a login is answered, or refused by the rules of the server. */
async function isListening(port: number): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    return (error as { code?: string }).code === '28000';
  }
}
