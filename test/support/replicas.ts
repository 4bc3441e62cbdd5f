import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { compose } from '#src/compose.ts';
import { readConfig } from '#src/platform/config.ts';
import { type Callers, callersOf, testSettings } from '#test/support/gateway.ts';
import { GATEWAY_PROGRAM } from '#test/support/gateway-process.ts';
import { ROOT } from '#test/support/source-files.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

/** One of several gateways on one database. */
export interface Replica {
  /** Clients for this replica; they change when it is started again. */
  readonly calls: Callers;
  /** Kills it with SIGKILL. Only for processes. */
  kill(): Promise<void>;
  /** Tells it to stop and waits for its end. Resolves to the exit code of a process, and to 0 for an application. */
  stop(): Promise<number | null>;
  /** Starts it again after its end, on another port. */
  restart(): Promise<void>;
}

export interface Replicas {
  /**
   * `processes` run the gateway on one PostgreSQL. The embedded database belongs to one process, so there the
   * replicas are `applications` in this process, which cannot be killed.
   */
  readonly kind: 'processes' | 'applications';
  readonly database: TestDatabase;
  /** Folder for the files of all replicas. */
  readonly dataDir: string;
  readonly all: readonly Replica[];
  close(): Promise<void>;
}

/** True when replicas are processes. */
export const replicasAreProcesses = process.env.TEST_DATABASE_URL !== undefined;
export const redisSettings: Record<string, string> =
  process.env.TEST_REDIS_URL === undefined ? {} : { REDIS_URL: process.env.TEST_REDIS_URL };

const START_MS = 120_000;

/** Starts one replica for each of the settings, which are added to the common ones. */
export async function startReplicas(
  each: readonly Readonly<Record<string, string>>[],
  shared: Readonly<Record<string, string>> = {},
): Promise<Replicas> {
  const database = await openTestDatabase();
  const base = testSettings();
  const start = database.url === undefined ? startApplication : startProcess;
  const all = await Promise.all(each.map((own) => start({ ...base, ...shared, ...own }, database)));
  return {
    kind: database.url === undefined ? 'applications' : 'processes',
    database,
    dataDir: base.DATA_DIR as string,
    all,
    async close() {
      await Promise.all(all.map((replica) => replica.stop()));
      await database.close();
      rmSync(base.DATA_DIR as string, { recursive: true, force: true });
    },
  };
}

async function startApplication(settings: Record<string, string>, database: TestDatabase): Promise<Replica> {
  const open = async () => {
    const app = await compose(readConfig(settings), { database: database.database });
    const { port } = await app.listen();
    return { app, calls: callersOf(`http://127.0.0.1:${port}`, database) };
  };
  let running: Awaited<ReturnType<typeof open>> | undefined = await open();
  let { calls } = running;
  return {
    get calls() {
      return calls;
    },
    kill: () => Promise.reject(new Error('An application in this process cannot be killed.')),
    async stop() {
      await running?.app.close();
      running = undefined;
      return 0;
    },
    async restart() {
      running = await open();
      ({ calls } = running);
    },
  };
}

async function startProcess(settings: Record<string, string>, database: TestDatabase): Promise<Replica> {
  const environment = {
    PATH: process.env.PATH,
    ...settings,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'info',
    LOG_FORMAT: 'json',
  };
  const open = async () => {
    const child = spawn(process.execPath, GATEWAY_PROGRAM, {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { child, calls: callersOf(await addressOf(child), database) };
  };
  let { child, calls } = await open();
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const over = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return over;
  };
  return {
    get calls() {
      return calls;
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async restart() {
      ({ child, calls } = await open());
    },
  };
}

/** The address that the process logs. Rejects with its output when it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string): void => reject(new Error(`the replica ${reason}:\n${output}`));
    const timer = setTimeout(() => fail('did not start'), START_MS);
    child.once('exit', (code) => fail(`ended with ${code}`));
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, url] = /"url":"(http:[^"]+)"/.exec(output) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      child.stdout?.off('data', read);
      // An unread pipe would block the process when it is full.
      child.stdout?.resume();
      resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  });
}
