import { connect } from 'node:net';
import request from 'supertest';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { rawClient } from '#test/support/raw-client.ts';
import { outcomeOf, problemOf } from '#test/support/replies.ts';

let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  gateway = await theGateway();
  token = (await gateway.user()).accessToken;
});

const UNKNOWN = '7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10';

/** Sends bytes as they are and gives everything that comes back. */
function raw(text: string): Promise<string> {
  const { port, hostname } = new URL(gateway.baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a path', () => {
  it('returns 404 as a problem when the contract does not contain it', async () => {
    const reply = await gateway.fetch('/api/nothing/here');
    expect(await outcomeOf(reply)).toEqual([404, 'not_found']);
  });

  it('is served with and without a slash at the end, without a redirect', async () => {
    for (const path of ['/health', '/health/', '/api/auth/me', '/api/auth/me/']) {
      const reply = await gateway.fetch(path, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'error',
      });
      expect([path, reply.status]).toEqual([path, 200]);
    }
    for (const path of ['/api/users', '/api/users/']) {
      expect((await gateway.fetch(path)).status).toBe(401);
    }
    expect((await gateway.fetch('/health//')).status).toBe(404);
  });

  it('returns 400 for malformed percent-encoding, also in the query', async () => {
    expect(
      await raw('GET /api/conversations/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    ).toContain(' 400 ');
    expect(await raw('GET /health?a=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain(
      'malformed_request',
    );
  });

  it('keeps an encoded slash inside its segment', async () => {
    const reply = await gateway.fetch('/api%2Fauth%2Fme', { headers: { authorization: `Bearer ${token}` } });
    expect(reply.status).toBe(404);
    const parameter = await gateway.fetch(`/api/conversations/a%2Fb`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(parameter.status).toBe(422);
  });

  it('is served when a letter of it is percent-encoded', async () => {
    expect((await gateway.fetch('/%68ealth')).status).toBe(200);
  });

  it('returns 422 with the name of a malformed path parameter', async () => {
    const reply = await gateway.fetch('/api/conversations/ZX81', {
      headers: { authorization: `Bearer ${token}` },
    });
    const problem = await problemOf(reply);
    expect([reply.status, problem.errors?.[0]?.in, problem.errors?.[0]?.path]).toEqual([
      422,
      'path',
      '/conversation_id',
    ]);
    expect(problem.errors?.[0]?.message).not.toContain('ZX81');
  });
});

describe('a query', () => {
  const list = (query: string) =>
    gateway.fetch(`/api/conversations?${query}`, { headers: { authorization: `Bearer ${token}` } });

  it('returns 422 with the name of an unknown, repeated or malformed parameter', async () => {
    for (const [query, path] of [
      ['surplus=1', '/surplus'],
      ['page_size=1&page_size=2', '/page_size'],
      ['page_size=0x10', '/page_size'],
      ['page_size=1e1', '/page_size'],
      ['page_size=', '/page_size'],
      ['page_size=101', '/page_size'],
      ['__proto__=1', '/__proto__'],
    ] as const) {
      const reply = await list(query);
      const problem = await problemOf(reply);
      expect([query, reply.status, problem.errors?.[0]?.path]).toEqual([query, 422, path]);
    }
  });

  it('is converted to numbers and filled with defaults', async () => {
    expect(await (await list('page_size=7')).json()).toMatchObject({ page_size: 7 });
    expect(await (await list('')).json()).toMatchObject({ page_size: 20 });
  });

  it('returns 422 for a parameter of an operation that has none', async () => {
    expect((await gateway.fetch('/health?surplus=1')).status).toBe(422);
  });
});

describe('HEAD', () => {
  it('returns the headers of GET without a body', async () => {
    const get = await gateway.fetch('/health');
    const head = await gateway.fetch('/health', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([get.status, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(10);
  });

  it('returns the errors of GET', async () => {
    expect((await gateway.fetch('/api/auth/me', { method: 'HEAD' })).status).toBe(401);
  });
});

describe('every answer', () => {
  const kinds: readonly (readonly [string, string, RequestInit])[] = [
    ['an operation', '/health', {}],
    ['a page of Express', '/docs', {}],
    ['a document of Express', '/openapi.json', {}],
    ['a 404', '/nothing', {}],
    ['a 401', '/api/auth/me', {}],
    ['a 405', '/health', { method: 'DELETE' }],
    ['a preflight', '/api/auth/me', { method: 'OPTIONS' }],
  ];

  it.each(kinds)('has the same security headers and a request id: %s', async (_kind, path, init) => {
    const reply = await fetch(`${gateway.baseUrl}${path}`, init);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
      traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(reply.headers.get('x-powered-by')).toBe(null);
    expect(reply.headers.get('access-control-allow-origin')).toBe(null);
  });

  it('keeps a well-formed request id and trace of the client', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const reply = await gateway.fetch('/health', { headers: { 'x-request-id': 'call-17', traceparent } });
    expect(reply.headers.get('x-request-id')).toBe('call-17');
    expect(reply.headers.get('traceparent')).toMatch(
      /^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/,
    );
    const correlated = await gateway.fetch('/health', { headers: { 'x-correlation-id': 'other-18' } });
    expect(correlated.headers.get('x-request-id')).toBe('other-18');
  });

  it('replaces a malformed request id and trace of the client', async () => {
    for (const id of ['a b', 'x'.repeat(129), '<script>']) {
      const reply = await gateway.fetch('/health', {
        headers: { 'x-request-id': id, traceparent: `00-${id}` },
      });
      expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});

describe('bytes that are no HTTP request', () => {
  it('return 400 as a problem', async () => {
    const answer = await raw('NONSENSE\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
  });

  it('return 400 for headers over 16 KiB', async () => {
    const answer = await raw(`GET /health HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('return 400 for a body with both a length and chunks', async () => {
    const answer = await raw(
      'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('Expect: 100-continue', () => {
  const head = (length: number, type: string): string =>
    `POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n` +
    'Expect: 100-continue\r\nConnection: close\r\n\r\n';

  it('returns 100 when the body will be read', async () => {
    expect(await raw(`${head(2, 'application/json')}{}`)).toMatch(
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 422 /,
    );
  });

  it('returns the refusal before the body is sent', async () => {
    expect(await raw(head(50_000_000, 'application/json'))).toMatch(/^HTTP\/1\.1 413 /);
    expect(await raw(head(2, 'text/plain'))).toMatch(/^HTTP\/1\.1 415 /);
  });
});

describe('a body that is refused before its end', () => {
  const LENGTH = 20_000_000;

  it('is read on for a while, so that the client receives the answer', async () => {
    const client = await rawClient(gateway.baseUrl);
    const errors: Error[] = [];
    client.socket.on('error', (error) => errors.push(error));
    client.socket.write(
      `POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${LENGTH}\r\n\r\n`,
    );
    await vi.waitFor(() => expect(client.answer()).toMatch(/"code":"payload_too_large"/));
    const chunk = Buffer.alloc(100_000, 'x');
    for (let sent = 0; sent < LENGTH; sent += chunk.length)
      await new Promise((resolve) => client.socket.write(chunk, resolve));
    expect(await client.closed).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
    expect(errors).toEqual([]);
  });
});

describe('a body that the database cannot store', () => {
  it.each(['\u0000', '\ud800'])(
    'returns 422 with the path of a text with such a character',
    async (character) => {
      const body = JSON.stringify({ title: `a${character}b` }).replace(
        character,
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      const reply = await request(gateway.baseUrl)
        .post('/api/conversations')
        .set('authorization', `Bearer ${token}`)
        .set('content-type', 'application/json')
        .send(body);
      expect([reply.status, reply.body.errors?.[0]?.path]).toEqual([422, '/title']);
    },
  );

  it('returns 422 for endless nesting', async () => {
    const depth = 100_000;
    const body = `{"content":"x","metadata":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    const reply = await request(gateway.baseUrl)
      .post(`/api/conversations/${UNKNOWN}/messages`)
      .set('authorization', `Bearer ${token}`)
      .set('content-type', 'application/json')
      .send(body);
    expect(reply.status).toBe(422);
  });
});
