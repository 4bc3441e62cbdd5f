import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '#test/support/source-files.ts';

const MIB = 1_048_576;
const PIECE = randomBytes(MIB);

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

const data = mkdtempSync(join(tmpdir(), 'large-uploads-'));
const uploads = (): string[] =>
  readdirSync(join(data, 'tmp'), { recursive: true })
    .map(String)
    .filter((name) => name.includes('upload-'));

/** The gateway as it runs in production: a process of its own. */
function startServer(): Promise<Server> {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATA_DIR: data,
    LOG_FORMAT: 'json',
    MAX_UPLOAD_BYTES: 'uploadAttachment=2147483648',
    RATE_LIMITS: 'off',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { cwd: ROOT, env });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += String(text);
      const url = /"url":"([^"]+)"/.exec(output)?.[1];
      if (url !== undefined) resolve({ url, process: child });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
}

function stop(server: Server, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    server.process.once('exit', () => resolve());
    server.process.kill(signal);
  });
}

async function register(server: Server): Promise<string> {
  const reply = await fetch(`${server.url}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${randomUUID()}@example.org`, password: 'correct horse battery staple' }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}

/** Begins an upload; `send` gives it so many pieces of a MiB more, as fast as they are taken. */
function openUpload(server: Server, token: string, sizeBytes: number) {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const tail = '\r\n--x--\r\n';
  const sending = request(`${server.url}/api/messages/${randomUUID()}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': head.length + sizeBytes + tail.length,
    },
  });
  const status = new Promise<number | undefined>((resolve) => {
    sending.once('response', (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    sending.once('error', () => resolve(undefined));
  });
  sending.write(head);
  return {
    status,
    async send(pieces: number): Promise<void> {
      for (let piece = 0; piece < pieces; piece++)
        if (!sending.write(PIECE)) await new Promise((resolve) => sending.once('drain', resolve));
    },
    finish(): Promise<number | undefined> {
      sending.end(tail);
      return status;
    },
  };
}

/** Memory of the process in MiB, now or at its greatest since `forgetPeak`. */
function memoryMib(server: Server, figure: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(new RegExp(`^${figure}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
}

/** The start of the database took more than uploads ever will. */
function forgetPeak(server: Server): void {
  writeFileSync(`/proc/${server.process.pid}/clear_refs`, '5');
}

describe.skipIf(!existsSync('/proc/self/status'))('a large upload to a process of its own', () => {
  let server: Server;
  let token: string;
  beforeAll(async () => {
    server = await startServer();
    token = await register(server);
  });
  afterAll(() => stop(server, 'SIGTERM'));

  it('takes no more memory for being larger', async () => {
    const small = openUpload(server, token, 32 * MIB);
    await small.send(32);
    expect([404, 501]).toContain(await small.finish());
    forgetPeak(server);
    const before = memoryMib(server, 'VmRSS');
    const large = openUpload(server, token, 400 * MIB);
    await large.send(400);
    expect([404, 501]).toContain(await large.finish());
    expect(memoryMib(server, 'VmHWM') - before).toBeLessThan(150);
    await expect.poll(uploads).toEqual([]);
  });

  it('that a kill interrupts leaves its files to the next start, which removes them', async () => {
    const cut = openUpload(server, token, 100 * MIB);
    await cut.send(20);
    await expect.poll(() => uploads().length).toBeGreaterThan(0);
    await stop(server, 'SIGKILL');
    await cut.status;
    expect(uploads().length).toBeGreaterThan(0);
    server = await startServer();
    await expect.poll(uploads).toEqual([]);
  });
});
