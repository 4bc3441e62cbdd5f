import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import { createLog } from '#src/platform/log.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { rawClient } from '#test/support/raw-client.ts';

const lines: string[] = [];
let gateway: TestGateway;
beforeAll(async () => {
  const log = createLog({
    level: 'info',
    form: 'json',
    sensitiveNames,
    destination: { write: (line) => void lines.push(line) },
  });
  gateway = await startGateway({ REQUEST_TIMEOUT_MS: '1000' }, { log });
});
afterAll(() => gateway.close());

/** Sends bytes as they are; resolves to everything that comes back until the connection is closed. */
function exchange(bytes: string): Promise<string> {
  const { port, hostname } = new URL(gateway.baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

function problemIn(answer: string): { readonly status: number; readonly code: string; readonly id: string } {
  const [head = '', body = '{}'] = answer.split('\r\n\r\n');
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(head).toMatch(/connection: close/i);
  const {
    status,
    code,
    request_id: id,
  } = JSON.parse(body) as {
    status: number;
    code: string;
    request_id: string;
  };
  expect(head.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
  return { status, code, id };
}

const HOST = 'Host: x\r\n';
const BIG = 'x'.repeat(20_000);

describe('a request that is not HTTP', () => {
  it.each([
    ['without a host', 'GET /health HTTP/1.1\r\n\r\n', 400, 'malformed_request'],
    ['with two hosts', 'GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400, 'malformed_request'],
    ['with a path as its host', 'GET /health HTTP/1.1\r\nHost: a/b\r\n\r\n', 400, 'malformed_request'],
    [
      'with an absolute target without a host',
      `GET http:///health HTTP/1.1\r\n${HOST}\r\n`,
      400,
      'malformed_request',
    ],
    ['with a target that is no path', `GET health HTTP/1.1\r\n${HOST}\r\n`, 400, 'malformed_request'],
    ['with a method that is none', `G(ET /health HTTP/1.1\r\n${HOST}\r\n`, 400, 'malformed_request'],
    ['with CONNECT', `CONNECT example.org:443 HTTP/1.1\r\n${HOST}\r\n`, 405, 'method_not_allowed'],
    [
      'with a head that is too large',
      `GET /health HTTP/1.1\r\n${HOST}X-Big: ${BIG}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    [
      'with a chunk whose size is none',
      `POST /api/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
      'malformed_request',
    ],
  ])(
    '%s returns a problem, closes the connection, and writes one log line',
    async (_name, bytes, status, code) => {
      const before = lines.length;
      const problem = problemIn(await exchange(bytes));
      expect([problem.status, problem.code]).toEqual([status, code]);
      await expect
        .poll(() => lines.slice(before).filter((line) => line.includes('"request"')).length)
        .toBe(1);
      expect(lines.slice(before).join('')).toContain(problem.id);
      expect(lines.slice(before).join('')).not.toContain('[redacted]');
    },
  );

  it('is not HTTP/1.0 without a host, which is served', async () => {
    expect(await exchange('GET /health HTTP/1.0\r\n\r\n')).toContain(' 200 ');
  });

  it('is not an absolute target with a host, which is served', async () => {
    const bytes = `GET http://example.org/health HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`;
    expect(await exchange(bytes)).toContain(' 200 ');
  });
});

describe('a body that arrives byte by byte', () => {
  async function drip(head: string): Promise<string> {
    const client = await rawClient(gateway.baseUrl);
    client.socket.write(head);
    const drops = setInterval(() => client.socket.write('x'), 50);
    try {
      return await client.closed;
    } finally {
      clearInterval(drops);
    }
  }

  it('returns 408 for JSON when its time is up, and closes the connection', async () => {
    const head = `POST /api/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n`;
    expect(problemIn(await drip(head))).toMatchObject({ status: 408, code: 'request_timeout' });
  });

  it('returns 408 for a form with a file below the least rate, and closes the connection', async () => {
    const { accessToken } = await gateway.user();
    const head =
      `POST /api/messages/7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10/attachments HTTP/1.1\r\n${HOST}Authorization: Bearer ${accessToken}\r\n` +
      'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 500000\r\n\r\n' +
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
    expect(problemIn(await drip(head))).toMatchObject({ status: 408, code: 'request_timeout' });
  });
});
