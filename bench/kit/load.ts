import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pinned, type ServerProcess } from '#bench/kit/server-process.ts';

/** One request that is sent again and again. */
export interface LoadCase {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly status: number;
  readonly body?: string;
}

/** The result of one span of load. */
export interface Window {
  /** Requests for each second of processor time of the server: what it does on a core of its own. */
  readonly perCpuSecond: number;
  readonly perSecond: number;
  /** Part of one core that the server got; on a machine that others use as well it tells whether to believe the rest. */
  readonly share: number;
  readonly p99Ms: number;
}

interface Sent {
  readonly requests: number;
  readonly seconds: number;
  readonly p99Ms: number;
  readonly failures: number;
}

export interface LoadSettings {
  readonly kind: 'wrk' | 'autocannon';
  readonly connections: number;
  /** Core of the generator, so that it takes none of the server's time. */
  readonly core?: number;
  /** Folder for scripts of the generator. */
  readonly cache: string;
}

const run = promisify(execFile);
const AUTOCANNON = join(import.meta.dirname, '../peers/node_modules/autocannon/autocannon.js');
/** Windows in which the server got less of a core than this are measured again. */
const ENOUGH_SHARE = 0.86;
const MAX_TRIES = 2;
const WARM_UP_REQUESTS = 15_000;
const MAX_WARM_UP_SPANS = 8;
const MAX_SPAN_SECONDS = 16;
/** On a machine that others use as well the slowest servers take seconds for an answer. */
const ANSWER_TIMEOUT_SECONDS = 60;

/** Sends load to servers and reads their processor time before and after. */
export class Load {
  readonly #settings: LoadSettings;

  constructor(settings: LoadSettings) {
    this.#settings = settings;
  }

  /** Sends requests until the server's code is compiled for them, or for a few seconds where they are slow. */
  async warmUp(server: ServerProcess, load: LoadCase, token: string | undefined): Promise<void> {
    let sent = 0;
    for (let spans = 0; spans < MAX_WARM_UP_SPANS && sent < WARM_UP_REQUESTS; spans++) {
      sent += (await this.once(server, load, token, 1)).perSecond;
    }
  }

  /** The best of a few tries: the one in which the server got most of its core. */
  async window(
    server: ServerProcess,
    load: LoadCase,
    token: string | undefined,
    seconds: number,
  ): Promise<Window> {
    let best = await this.once(server, load, token, seconds);
    for (let tries = 1; tries < MAX_TRIES && best.share < ENOUGH_SHARE; tries++) {
      const again = await this.once(server, load, token, seconds);
      if (again.share > best.share) best = again;
    }
    return best;
  }

  /**
   * One span of load, made longer where a slow server on a busy machine answers nothing in it. Throws when an answer
   * had another status than the case expects.
   */
  async once(
    server: ServerProcess,
    load: LoadCase,
    token: string | undefined,
    seconds: number,
  ): Promise<Window> {
    const before = await server.cpuSeconds();
    const sent = await (this.#settings.kind === 'wrk' ? this.#wrk : this.#autocannon).call(
      this,
      server.port,
      load,
      token,
      seconds,
    );
    const cpu = (await server.cpuSeconds()) - before;
    if (sent.failures === 0 && sent.requests === 0 && seconds < MAX_SPAN_SECONDS)
      return this.once(server, load, token, seconds * 2);
    if (sent.failures > 0 || sent.requests === 0) {
      throw new Error(`${server.name}, ${load.name}: ${sent.failures} of ${sent.requests} requests failed`);
    }
    return {
      perCpuSecond: sent.requests / cpu,
      perSecond: sent.requests / sent.seconds,
      share: cpu / sent.seconds,
      p99Ms: sent.p99Ms,
    };
  }

  async #wrk(port: number, load: LoadCase, token: string | undefined, seconds: number): Promise<Sent> {
    const { connections, core, cache } = this.#settings;
    const script = join(cache, `wrk-${load.name}-${token === undefined ? 'open' : 'bearer'}.lua`);
    writeFileSync(script, wrkScript(load, token));
    const args = [
      `-t1`,
      `-c${connections}`,
      `-d${seconds}s`,
      `--timeout=${ANSWER_TIMEOUT_SECONDS}s`,
      '-s',
      script,
      `http://127.0.0.1:${port}${load.path}`,
    ];
    const [program, ...rest] = [...pinned(core), 'wrk', ...args] as [string, ...string[]];
    const { stdout } = await run(program, rest);
    const [requests, micros, p99, failures] = (/^RESULT (.*)$/m.exec(stdout)?.[1] ?? '')
      .split(' ')
      .map(Number);
    return {
      requests: requests ?? 0,
      seconds: (micros ?? 0) / 1e6,
      p99Ms: (p99 ?? 0) / 1000,
      failures: failures ?? 0,
    };
  }

  async #autocannon(port: number, load: LoadCase, token: string | undefined, seconds: number): Promise<Sent> {
    const { connections, core } = this.#settings;
    const headers = Object.entries(headersOf(load, token)).flatMap(([name, value]) => [
      '-H',
      `${name}=${value}`,
    ]);
    const body = load.body === undefined ? [] : ['-b', load.body];
    const args = [
      '--json',
      '-n',
      '-c',
      String(connections),
      '-d',
      String(Math.ceil(seconds)),
      '-m',
      load.method,
    ];
    const target = `http://127.0.0.1:${port}${load.path}`;
    const words = [...pinned(core), process.execPath, AUTOCANNON, ...args, ...headers, ...body, target];
    const [program, ...rest] = words as [string, ...string[]];
    const { stdout } = await run(program, rest, { maxBuffer: 10_000_000 });
    const result = JSON.parse(stdout) as {
      duration: number;
      errors: number;
      non2xx: number;
      requests: { total: number };
      latency: { p99: number };
    };
    return {
      requests: result.requests.total,
      seconds: result.duration,
      p99Ms: result.latency.p99,
      failures: result.errors + result.non2xx,
    };
  }
}

/** Headers of a request of the load. */
export function headersOf(load: LoadCase, token: string | undefined): Record<string, string> {
  return {
    ...(load.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

function wrkScript(load: LoadCase, token: string | undefined): string {
  const headers = Object.entries(headersOf(load, token)).map(
    ([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
  );
  return [
    `wrk.method = "${load.method}"`,
    ...(load.body === undefined ? [] : [`wrk.body = ${JSON.stringify(load.body)}`]),
    ...headers,
    'function done(summary, latency)',
    '  local e = summary.errors',
    '  local failures = e.status + e.connect + e.read + e.write + e.timeout',
    '  io.write(string.format("RESULT %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99), failures))',
    'end',
    '',
  ].join('\n');
}
