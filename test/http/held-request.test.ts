import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyFailure, HeldRequest } from '#src/http/exchange/held-request.ts';
import { rawClient } from '#test/support/raw-client.ts';

type Answer = (request: HeldRequest) => Promise<string>;

const LIMIT = 1_000_000;
let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Serves the result of `answer`; for a body that fails, the reason. */
async function serve(answer: Answer): Promise<string> {
  const send = (res: ServerResponse, text: string) => {
    res.writeHead(200, { 'content-length': Buffer.byteLength(text) });
    res.end(text);
  };
  const own = createServer({ IncomingMessage: HeldRequest }, (req, res) => {
    answer(req).then(
      (text) => send(res, text),
      (error) => send(res, error instanceof BodyFailure ? error.fault : String(error)),
    );
  });
  server = own;
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
}

const lengthOfWhole: Answer = async (request) => `${(await request.whole(LIMIT)).length}`;

async function lengthOfStream(request: HeldRequest): Promise<string> {
  let length = 0;
  for await (const chunk of request) length += (chunk as Buffer).length;
  return `${length}`;
}

async function post(url: string, length: number): Promise<string> {
  const reply = await fetch(url, { method: 'POST', body: 'x'.repeat(length) });
  return reply.text();
}

describe('the body of a HeldRequest', () => {
  it.each([0, 1, 70_000, LIMIT])('of %i bytes is received whole', async (length) => {
    expect(await post(await serve(lengthOfWhole), length)).toBe(String(length));
  });

  it('is kept for a late reader, whole or as a stream, of any size', async () => {
    const late =
      (answer: Answer): Answer =>
      async (request) => {
        await pause(50);
        return answer(request);
      };
    expect(await post(await serve(late(lengthOfWhole)), LIMIT)).toBe(String(LIMIT));
    server?.close();
    expect(await post(await serve(late(lengthOfStream)), 20 * LIMIT)).toBe(String(20 * LIMIT));
  });

  it('stops its sender while nobody reads it', async () => {
    const seen: number[] = [];
    const url = await serve(async (request) => {
      await pause(200);
      seen.push(request.socket.bytesRead);
      return lengthOfStream(request);
    });
    expect(await post(url, 50 * LIMIT)).toBe(String(50 * LIMIT));
    expect(seen[0]).toBeLessThan(LIMIT);
  });

  it('is refused above its limit, and the connection serves the next request', async () => {
    const client = await rawClient(await serve(lengthOfWhole));
    const body = 'x'.repeat(LIMIT + 1);
    client.socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    client.socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc');
    const answers = (await client.closed).split('HTTP/1.1 200 OK').slice(1);
    expect(answers.map((answer) => answer.split('\r\n\r\n')[1])).toEqual(['too large', '3']);
  });

  it('is dropped when nobody reads it, and the connection serves the next request', async () => {
    const client = await rawClient(await serve(async () => 'unread'));
    const body = 'x'.repeat(LIMIT);
    for (const more of ['', 'Connection: close\r\n'])
      client.socket.write(
        `POST / HTTP/1.1\r\nHost: x\r\n${more}Content-Length: ${body.length}\r\n\r\n${body}`,
      );
    expect((await client.closed).match(/unread/g)).toHaveLength(2);
  });

  it('fails when its sender leaves', async () => {
    let tell: (reason: string) => void;
    const told = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const url = await serve(async (request) => {
      await request.whole(LIMIT).catch((error: BodyFailure) => tell(error.fault));
      return '';
    });
    const client = await rawClient(url);
    client.socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
    await pause(50);
    client.socket.destroy();
    expect(await told).toBe('broken off');
  });
});

describe('requests without a body', () => {
  it('follow each other on one connection, and each can be read as an empty stream', async () => {
    const url = await serve(async (request) =>
      request.url === '/read' ? lengthOfStream(request) : 'unread',
    );
    const client = await rawClient(url);
    for (const path of ['/', '/read', '/', '/read'])
      client.socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    client.socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const bodies = (await client.closed).split('HTTP/1.1 200 OK').slice(1);
    expect(bodies.map((body) => body.split('\r\n\r\n')[1])).toEqual(['unread', '0', 'unread', '0', 'unread']);
  });
});
