import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ROOT } from '#test/support/source-files.ts';

const WAIT = { timeout: 120_000, interval: 200 };
let folder: string;
let dev: ChildProcess;
let base: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voiceassist-dev-'));
  for (const part of [
    'openapi.yaml',
    'package.json',
    'tsconfig.json',
    'codegen',
    'src',
    'handlers',
    'tools',
    'docs',
  ])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  dev = spawn(process.execPath, ['--import', 'tsx', 'tools/dev.ts'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
});
afterAll(async () => {
  const gone = once(dev, 'exit');
  dev.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('npm run dev generates and serves a contract after each save', async () => {
  const served = async () => (await fetch(`${base}/openapi.yaml`)).text();
  await vi.waitFor(async () => expect(await served()).toContain('openapi: 3.0.3'), WAIT);
  const file = join(folder, 'openapi.yaml');
  const contract = readFileSync(file, 'utf8');
  const at = contract.indexOf('      summary: Login\n');
  expect(at).toBeGreaterThan(0);
  writeFileSync(file, contract.replace('      summary: Login\n', '      summary: Open a session\n'));
  await vi.waitFor(async () => expect(await served()).toContain('summary: Open a session'), WAIT);
  expect(readFileSync(join(folder, 'src/generated/openapi.gen.json'), 'utf8')).toContain('Open a session');
}, 300_000);

it('npm run dev ends all its processes', async () => {
  const children = () =>
    execFileSync('ps', ['-o', 'pid=', '--ppid', String(dev.pid)])
      .toString()
      .trim()
      .split('\n');
  expect(children().length).toBeGreaterThanOrEqual(2);
  const pids = children().map(Number);
  const gone = once(dev, 'exit');
  dev.kill('SIGTERM');
  await gone;
  // A compiler that a process had beside it notices a moment later that it is alone.
  await vi.waitFor(() => {
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  }, WAIT);
  dev = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
}, 60_000);
