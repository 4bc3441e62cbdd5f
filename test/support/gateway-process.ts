import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '#test/support/source-files.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

/** A gateway in a separate process, which can be killed and started again. */
export interface GatewayProcess {
  /** Its address, which changes with each start. */
  readonly baseUrl: string;
  start(): Promise<void>;
  /** Kills it with SIGKILL. */
  kill(): Promise<void>;
}

const START_MS = 120_000;
/** The kept bundle of `npm start`: one for the whole run, which starts in a fifth of the time of the source. */
export const GATEWAY_PROGRAM: readonly string[] = process.env.FAULT_PROGRAM?.split(' ') ?? [
  join(ROOT, 'tools/start.mjs'),
];

function gatewayProcess(settings: Readonly<Record<string, string>>): GatewayProcess {
  let child: ChildProcess | undefined;
  let baseUrl = '';
  return {
    get baseUrl() {
      return baseUrl;
    },
    async start() {
      child = spawn(process.execPath, GATEWAY_PROGRAM, {
        cwd: ROOT,
        env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'info', LOG_FORMAT: 'json', ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      baseUrl = await addressOf(child);
    },
    async kill() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const over = once(child, 'exit');
      child.kill('SIGKILL');
      await over;
    },
  };
}

/** A gateway process with its files and its database. */
export interface GatewayPlace {
  readonly directory: string;
  /** Undefined for the embedded database, whose files are in the directory. */
  readonly database: TestDatabase | undefined;
  readonly server: GatewayProcess;
}

/** Runs `use` with a gateway on its own files and database, and removes both afterwards. */
export async function withGatewayProcess(work: (place: GatewayPlace) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'voiceassist-fault-'));
  const database = process.env.TEST_DATABASE_URL === undefined ? undefined : await openTestDatabase();
  const server = gatewayProcess({
    NODE_ENV: 'test',
    RATE_LIMITS: 'off',
    JWT_SECRET: 'test-signing-secret-of-more-than-32-bytes',
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    DATA_DIR: directory,
    ...(database?.url === undefined ? {} : { DATABASE_URL: database.url }),
  });
  try {
    await work({ directory, database, server });
  } finally {
    await server.kill();
    await database?.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The address that the process logs. Rejects with its output when it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string): void => reject(new Error(`the gateway ${reason}:\n${output}`));
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
      output = `${output}${chunk.toString()}`.slice(-20_000);
    });
  });
}
