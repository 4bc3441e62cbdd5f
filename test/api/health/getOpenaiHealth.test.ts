import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A gateway whose model provider is a server that speaks the provider's HTTP. */
async function withProvider(answer: RequestListener): Promise<{ own: TestGateway; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server: Server = createServer((req, res) => {
    seen.push(req);
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const own = await startGateway({
    OPENAI_API_KEY: 'sk-test-ZX81',
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
  });
  open.push(
    () => own.close(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  return { own, seen };
}

describe('getOpenaiHealth', () => {
  it('returns 503 when no provider is configured', async () => {
    const { error, response } = await gateway.anonymous.GET('/health/openai');
    expect([response.status, error?.code]).toEqual([503, 'not_configured']);
  });

  it('returns 200 when the provider answers, and asks it at most once in half a minute', async () => {
    const { own, seen } = await withProvider((_req, res) => {
      res.setHeader('content-type', 'application/json').end('{"object":"list","data":[]}');
    });
    for (let i = 0; i < 5; i++) {
      const { data, response } = await own.anonymous.GET('/health/openai');
      expect([response.status, data?.status]).toEqual([200, 'ok']);
    }
    expect(seen.map((req) => [req.url, req.headers.authorization])).toEqual([
      ['/v1/models', 'Bearer sk-test-ZX81'],
    ]);
  });

  it('returns 502 when the provider refuses, and repeats neither its text nor the key', async () => {
    const { own } = await withProvider((_req, res) => {
      res.writeHead(401, { 'content-type': 'application/json' });
      res.end('{"error":{"message":"Incorrect API key provided: sk-test-ZX81"}}');
    });
    const { error, response } = await own.anonymous.GET('/health/openai');
    expect([response.status, error?.code]).toEqual([502, 'upstream_error']);
    expect(JSON.stringify(error)).not.toMatch(/ZX81|Incorrect/);
  });

  it('returns 502 when the provider cannot be reached', async () => {
    const own = await startGateway({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    open.push(() => own.close());
    expect((await own.anonymous.GET('/health/openai')).response.status).toBe(502);
  });
});
