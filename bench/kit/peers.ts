import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunOptions } from '#bench/kit/benchmark.ts';

const run = promisify(execFile);
export const PEERS = join(import.meta.dirname, '../peers');
const PYTHON_PACKAGES = ['fastapi', 'uvicorn', 'uvloop', 'httptools', 'pyjwt'];

/** Installs the packages of the peers from their own lock, once for each lock. */
export async function installPeers({ log, cache }: Pick<RunOptions, 'log' | 'cache'>): Promise<void> {
  const lock = readFileSync(join(PEERS, 'package-lock.json'), 'utf8');
  const stamp = join(cache, 'peers.lock');
  const installed = existsSync(join(PEERS, 'node_modules')) && existsSync(stamp);
  if (installed && readFileSync(stamp, 'utf8') === lock) return;
  log('installing the peers that the gateway is measured against (once, about 60 MB)');
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, lock);
}

/** The path of a Python with FastAPI, or the reason for its absence. */
export type Python = { readonly python: string } | { readonly missing: string };

/** Makes a virtual environment with the current FastAPI, once; never fails. */
export async function installFastApi({ log, cache }: Pick<RunOptions, 'log' | 'cache'>): Promise<Python> {
  const folder = join(cache, 'fastapi');
  const python = join(folder, 'bin/python');
  const stamp = join(folder, 'complete');
  if (existsSync(stamp)) return { python };
  try {
    log('installing FastAPI into a virtual environment (once)');
    mkdirSync(cache, { recursive: true });
    await run('python3', ['-m', 'venv', '--clear', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PYTHON_PACKAGES]);
    writeFileSync(stamp, '');
    return { python };
  } catch (error) {
    const reason = String((error as { stderr?: string }).stderr || (error as Error).message).trim();
    return { missing: reason.split('\n').at(-1) ?? 'unknown' };
  }
}

/** Versions of the peers for the head of a report. */
export async function peerVersions(python: Python): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(join(PEERS, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  if ('missing' in python) return dependencies;
  const code =
    'import json,sys,importlib.metadata as m;print(json.dumps({n:m.version(n) for n in sys.argv[1:]}|{"python":sys.version.split()[0]}))';
  const { stdout } = await run(python.python, ['-c', code, ...PYTHON_PACKAGES, 'pydantic', 'starlette']);
  return { ...dependencies, ...(JSON.parse(stdout) as Record<string, string>) };
}
