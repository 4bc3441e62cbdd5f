import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The command and the environment of a server. It listens on `PORT` of the loopback and answers `/health` with 200. */
export interface Launch {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Sent with the requests that wait for the first answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Core that the server has for itself. */
  readonly core?: number;
}

const START_TIMEOUT_MS = 60_000;
const PROBE_EVERY_MS = 2;
const run = promisify(execFile);

/** A server of a benchmark in a process of its own, and what the operating system says of it. */
export class ServerProcess {
  readonly name: string;
  readonly port: number;
  /** From the start of the process to its first 200. */
  readonly startMs: number;
  /** Processor time of the process until then. */
  readonly startCpuMs: number;
  readonly startRssBytes: number;
  readonly #child: ChildProcess;

  private constructor(
    child: ChildProcess,
    started: { name: string; port: number; ms: number; cpuMs: number; rss: number },
  ) {
    this.#child = child;
    this.name = started.name;
    this.port = started.port;
    this.startMs = started.ms;
    this.startCpuMs = started.cpuMs;
    this.startRssBytes = started.rss;
  }

  /** Starts a server and waits for its first 200. What it prints is thrown away, but for its errors. */
  static async start(launch: Launch): Promise<ServerProcess> {
    const port = await freePort();
    const [program, ...args] = [...pinned(launch.core), ...launch.command] as [string, ...string[]];
    const began = performance.now();
    const child = spawn(program, args, {
      cwd: launch.cwd,
      env: { ...process.env, NODE_ENV: 'production', ...launch.env, PORT: String(port), HOST: '127.0.0.1' },
      // A log that is written but kept nowhere: the work of logging counts, the disk of this machine does not.
      stdio: ['ignore', openSync('/dev/null', 'w'), 'pipe'],
    });
    let complaints = '';
    child.stderr?.on('data', (chunk) => {
      complaints = `${complaints}${chunk}`.slice(-4_000);
    });
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    while (!(await answers(port, launch.headers ?? {}))) {
      if (ended || performance.now() - began > START_TIMEOUT_MS) {
        child.kill('SIGKILL');
        throw new Error(`${launch.name} did not start: ${complaints.trim() || 'no answer'}`);
      }
      await sleep(PROBE_EVERY_MS);
    }
    const ms = performance.now() - began;
    const pid = child.pid as number;
    const [cpu, rss] = [await cpuSeconds(pid), await rssBytes(pid)];
    return new ServerProcess(child, { name: launch.name, port, ms, cpuMs: cpu * 1000, rss });
  }

  /** Processor time of all threads so far. */
  cpuSeconds(): Promise<number> {
    return cpuSeconds(this.#child.pid as number);
  }

  /** Resident memory in bytes. */
  rssBytes(): Promise<number> {
    return rssBytes(this.#child.pid as number);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }
}

/** Words that tie a command to one core, where the system can. */
export function pinned(core: number | undefined): string[] {
  return core === undefined || !existsSync('/usr/bin/taskset')
    ? []
    : ['/usr/bin/taskset', '-c', String(core)];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number, headers: Readonly<Record<string, string>>): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/health', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

/** The scheduler counts nanoseconds where it can be asked; elsewhere `ps` knows hundredths of seconds. */
async function cpuSeconds(pid: number): Promise<number> {
  if (existsSync(`/proc/${pid}/schedstat`)) {
    const ns = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return ns.reduce((sum, value) => sum + value, 0) / 1e9;
  }
  const { stdout } = await run('ps', ['-o', 'time=', '-p', String(pid)]);
  return stdout
    .trim()
    .split(/[-:]/)
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

async function rssBytes(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) * 1024;
}
