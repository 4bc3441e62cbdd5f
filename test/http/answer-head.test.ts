import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBeginHead, sendText, startLine } from '#src/http/reply/answer-head.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { rawClient } from '#test/support/raw-client.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('the answer to a GET', () => {
  it('has the headers of the answer to HEAD, each once', async () => {
    const headersOf = async (method: string) => {
      const client = await rawClient(gateway.baseUrl);
      const request = `${method} /health HTTP/1.1\r\nHost: x\r\nX-Request-ID: one\r\nConnection: close\r\n\r\n`;
      client.socket.write(request);
      const head = (await client.closed).split('\r\n\r\n', 1)[0] as string;
      return head
        .split('\r\n')
        .slice(1)
        .map((line) => line.replace(/^(date|traceparent): .*/i, '$1').toLowerCase())
        .sort();
    };
    const got = await headersOf('GET');
    expect(got).toEqual(await headersOf('HEAD'));
    expect(new Set(got).size).toBe(got.length);
    expect(got).toContain('x-request-id: one');
  });

  it('keeps the order of pipelined requests', async () => {
    const client = await rawClient(gateway.baseUrl);
    const one = (id: string, more = '') =>
      `GET /health HTTP/1.1\r\nHost: x\r\nX-Request-ID: ${id}\r\n${more}\r\n`;
    client.socket.write(one('first') + one('second') + one('third', 'Connection: close\r\n'));
    const text = await client.closed;
    expect([...text.matchAll(/x-request-id: (\w+)/g)].map((match) => match[1])).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect([...text.matchAll(/"status":/g)].length).toBe(3);
  });
});

describe('an answer that is written together with its head', () => {
  const BODY = 'Größe 1,80 m 診断 👩‍⚕️';
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((req, res) => {
      const body = req.url === '/ascii' ? 'x'.repeat(70_000) : BODY;
      const headers = ['content-length', String(Buffer.byteLength(body))];
      sendText(res, 200, `${startLine(200)}x-more: 1\r\n`, headers, body, req.url === '/ascii');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('is supported by this version of Node', () => {
    expect(canBeginHead()).toBe(true);
  });

  it.each([
    ['/ascii', 'x'.repeat(70_000)],
    ['/text', BODY],
  ])('%s arrives whole, with the added headers', async (path, body) => {
    const reply = await fetch(url + path);
    expect(reply.headers.get('x-more')).toBe('1');
    expect(await reply.text()).toBe(body);
  });
});
