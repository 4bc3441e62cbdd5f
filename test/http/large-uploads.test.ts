import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GATEWAY_PROGRAM } from '#test/support/gateway-process.ts';
import { ROOT } from '#test/support/source-files.ts';

const MIB = 1_048_576;
/** Text, because the gateway refuses unknown binary files. */
const PIECE = Buffer.from(randomBytes(MIB / 2).toString('hex'));

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

const data = mkdtempSync(join(tmpdir(), 'large-uploads-'));
const uploads = (): string[] =>
  readdirSync(join(data, 'tmp'), { recursive: true })
    .map(String)
    .filter((name) => name.includes('upload-'));

/** The gateway as a separate process. */
function startServer(): Promise<Server> {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATA_DIR: data,
    LOG_FORMAT: 'json',
    MAX_UPLOAD_BYTES: 'uploadAttachment=2147483648',
    RATE_LIMITS: 'off',
  };
  const child = spawn(process.execPath, GATEWAY_PROGRAM, { cwd: ROOT, env });
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

interface Created {
  readonly id: string;
  readonly message: Created;
}

/** Writes a message that files can be attached to. */
async function writeMessage(server: Server, token: string): Promise<string> {
  const post = async (path: string, body: object): Promise<Created> => {
    const reply = await fetch(`${server.url}/api/conversations${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return (await reply.json()) as Created;
  };
  const { id } = await post('', {});
  return (await post(`/${id}/messages`, { content: 'See the file.' })).message.id;
}

/** Begins an upload; `send` adds the given number of pieces as fast as they are received. */
function openUpload(server: Server, token: string, messageId: string, sizeBytes: number) {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
  const tail = '\r\n--x--\r\n';
  const sending = request(`${server.url}/api/messages/${messageId}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': head.length + sizeBytes + tail.length,
    },
  });
  const answer = new Promise<{ status?: number | undefined; location?: string | undefined }>((resolve) => {
    sending.once('response', (reply) => {
      reply.resume();
      resolve({ status: reply.statusCode, location: reply.headers.location });
    });
    sending.once('error', () => resolve({}));
  });
  sending.write(head);
  return {
    answer,
    async send(pieces: number): Promise<void> {
      for (let piece = 0; piece < pieces; piece++)
        if (!sending.write(PIECE)) await new Promise((resolve) => sending.once('drain', resolve));
    },
    finish() {
      sending.end(tail);
      return answer;
    },
  };
}

/** Size and hash of the downloaded file. */
async function download(server: Server, token: string, path: string): Promise<[number, string]> {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    get(`${server.url}${path}`, { headers }, resolve).once('error', reject);
  });
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    size += chunk.length;
    hash.update(chunk);
  }
  return [size, hash.digest('hex')];
}

/** Memory of the process in MiB, now or its peak since `forgetPeak`. */
function memoryMib(server: Server, figure: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(new RegExp(`^${figure}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
}

/** Resets the peak, since the start of the database needs more memory than an upload. */
function forgetPeak(server: Server): void {
  writeFileSync(`/proc/${server.process.pid}/clear_refs`, '5');
}

describe.skipIf(!existsSync('/proc/self/status'))('a large upload to a separate process', () => {
  let server: Server;
  let token: string;
  let message: string;
  beforeAll(async () => {
    server = await startServer();
    token = await register(server);
    message = await writeMessage(server, token);
  });
  afterAll(async () => {
    await stop(server, 'SIGTERM');
    rmSync(data, { recursive: true, force: true });
  });

  it('uses no more memory than a small one, through the gateway into the storage and back', async () => {
    const small = openUpload(server, token, message, 32 * MIB);
    await small.send(32);
    const first = await small.finish();
    expect(first.status).toBe(201);
    await download(server, token, first.location as string);
    forgetPeak(server);
    const before = memoryMib(server, 'VmRSS');
    const large = openUpload(server, token, message, 400 * MIB);
    await large.send(400);
    const { status, location } = await large.finish();
    expect(status).toBe(201);
    const hash = createHash('sha256');
    for (let piece = 0; piece < 400; piece++) hash.update(PIECE);
    expect(await download(server, token, location as string)).toEqual([400 * MIB, hash.digest('hex')]);
    expect(memoryMib(server, 'VmHWM') - before).toBeLessThan(150);
    await expect.poll(uploads).toEqual([]);
  });

  it('leaves its temporary files after a kill, and the next start removes them', async () => {
    const cut = openUpload(server, token, message, 100 * MIB);
    await cut.send(20);
    await expect.poll(() => uploads().length).toBeGreaterThan(0);
    await stop(server, 'SIGKILL');
    await cut.answer;
    expect(uploads().length).toBeGreaterThan(0);
    server = await startServer();
    await expect.poll(uploads).toEqual([]);
  });
});
