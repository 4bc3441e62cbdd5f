import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';

const REDIS = '/usr/bin/redis-server';

/** True when tests can start a Redis on this machine. */
export const hasRedisServer = existsSync(REDIS);

/** A Redis of the test's own, which it may stop, kill and start again on the same port. */
export interface RedisServer {
  readonly url: string;
  /** Holds the process where it is: its connections stay open and nobody answers. */
  pause(): void;
  resume(): void;
  kill(): Promise<void>;
  start(): Promise<void>;
}

export async function startRedisServer(): Promise<RedisServer> {
  const port = await freePort();
  let process = await spawnRedis(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void process.kill('SIGSTOP'),
    resume: () => void process.kill('SIGCONT'),
    kill: () =>
      new Promise((resolve) => {
        process.once('exit', () => resolve());
        process.kill('SIGKILL');
      }),
    async start() {
      process = await spawnRedis(port);
    },
  };
}

function spawnRedis(port: number): Promise<ChildProcess> {
  const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const server = spawn(REDIS, ['--port', String(port), ...options]);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve(server);
    });
  });
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
