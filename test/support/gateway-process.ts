import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

/** The gateway as a process of its own, that can be killed as by a power cut and started anew. */
export interface GatewayProcess {
  /** Where it listens; another one after each start. */
  readonly baseUrl: string;
  start(): Promise<void>;
  /** Ends it without a chance to finish anything. */
  kill(): Promise<void>;
}

const START_MS = 120_000;
/** The bundle starts in a fraction of the time, for those who want many deaths. */
const PROGRAM = process.env.FAULT_PROGRAM?.split(' ') ?? ['--import', 'tsx', 'src/main.ts'];

export function gatewayProcess(settings: Readonly<Record<string, string>>): GatewayProcess {
  let child: ChildProcess | undefined;
  let baseUrl = '';
  return {
    get baseUrl() {
      return baseUrl;
    },
    async start() {
      child = spawn(process.execPath, PROGRAM, {
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

/** A gateway as a process, and what outlives it. */
export interface GatewayPlace {
  readonly directory: string;
  /** Undefined for the embedded one, which lies in the directory. */
  readonly database: TestDatabase | undefined;
  readonly server: GatewayProcess;
}

/** Gives a gateway on files and rows of its own, and removes all of it afterwards. */
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

/** The address that the process says it listens on. Rejects with what it wrote when it ends before. */
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
      // Whoever does not read lets the process wait once the pipe is full.
      child.stdout?.resume();
      resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-20_000);
    });
  });
}
