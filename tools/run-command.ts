import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a command of bash to its end, or to the end of its time. */
export function perform(
  command: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn('bash', ['-c', command], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => done({ ok: false, output: error.message }));
    child.on('close', (code, signal) =>
      done({ ok: code === 0, output: signal === null ? output : `${output}\nended by ${signal}` }),
    );
  });
}

/** Runs a command in a folder that is kept, once; another command clears the folder and is run anew. */
export async function installOnce(
  command: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Outcome> {
  const mark = join(folder, 'installed');
  const wanted = createHash('sha256').update(command).digest('hex');
  if (readMark(mark) === wanted) return { ok: true, output: '' };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const outcome = await perform(command, folder, env, timeoutMs);
  if (outcome.ok) writeFileSync(mark, wanted);
  return outcome;
}

function readMark(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

export interface Served {
  /** The words of the line that it printed when it was ready. */
  readonly words: readonly string[];
  stop(): void;
}

/** Starts a script of ours that serves on an embedded database until it is stopped. */
export function serve(
  script: string,
  root: string,
  own: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const { TEST_DATABASE_URL: _database, TEST_REDIS_URL: _redis, ...env } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    env: { ...env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => {
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
  };
  return new Promise((started, failed) => {
    child.stdout?.once('data', (line: Buffer) => started({ words: line.toString().trim().split(' '), stop }));
    child.once('exit', (code) => failed(new Error(`${script} ended with ${code}`)));
  });
}
