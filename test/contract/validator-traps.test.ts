import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AjvCore from 'ajv/dist/core.js';
import express, { type ErrorRequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forStockValidators } from '#test/differential/stock-stacks.ts';
import { document } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { sendPlain } from '#test/support/plain-request.ts';

/** Properties of express-openapi-validator that the gateway does not have. */

let gateway: TestGateway;
let token: string;
let stock: Server;
let stockUrl: string;
beforeAll(async () => {
  gateway = await theGateway();
  token = (await gateway.user()).accessToken;
  const app = express();
  app.use(express.json());
  app.use(
    OpenApiValidator.middleware({
      apiSpec: forStockValidators(document) as never,
      validateApiSpec: false,
      formats: { line: true, text: true },
    }),
  );
  app.use((_req, res) => {
    res.status(299).end();
  });
  app.use(((error, _req, res, _next) => {
    res.status(error.status ?? 500).end();
  }) satisfies ErrorRequestHandler);
  stock = createServer(app);
  await new Promise<void>((resolve) => stock.listen(0, '127.0.0.1', resolve));
  stockUrl = `http://127.0.0.1:${(stock.address() as AddressInfo).port}`;
});
afterAll(() => {
  stock.close();
  stock.closeAllConnections();
});

const core = ((AjvCore as unknown as { default?: typeof AjvCore }).default ?? AjvCore) as unknown as {
  readonly prototype: {
    compile: (...values: unknown[]) => unknown;
    _compileSchemaEnv: (...values: unknown[]) => unknown;
  };
};

const WARM = 3;

/** Counts the schemas that are compiled while requests differ only in a parameter of their content type. */
async function compilations(baseUrl: string, target: string, type: string, body: string): Promise<number> {
  const send = (i: number) =>
    sendPlain(baseUrl, {
      method: 'POST',
      target,
      headers: { authorization: `Bearer ${token}`, 'content-type': `${type}; x=${i}` },
      body,
    });
  for (let i = 0; i < WARM; i += 1) await send(i);
  const compiled = vi.spyOn(core.prototype, '_compileSchemaEnv');
  for (let i = WARM; i < WARM + 5; i += 1) await send(i);
  const count = compiled.mock.calls.length;
  compiled.mockRestore();
  return count;
}

const form = '--b\r\nContent-Disposition: form-data; name="surplus"\r\n\r\nx\r\n--b--\r\n';
const attachments = '/api/messages/7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10/attachments';

describe('a changing parameter in the content type', () => {
  it('makes the stock validator compile its schemas again for each value', async () => {
    const count = await compilations(stockUrl, '/api/conversations', 'application/json', '{}');
    expect(count).toBeGreaterThanOrEqual(5);
  });

  it('makes the gateway compile nothing, for JSON and for forms', async () => {
    expect(
      await compilations(gateway.baseUrl, '/api/conversations', 'application/json', '{"surplus":1}'),
    ).toBe(0);
    expect(await compilations(gateway.baseUrl, attachments, 'multipart/form-data; boundary=b', form)).toBe(0);
  });
});

describe('an invalid token', () => {
  it('is accepted by the stock validator, which checks only that the header exists', async () => {
    const headers = { authorization: 'Bearer garbage' };
    expect((await sendPlain(stockUrl, { method: 'GET', target: '/api/auth/me', headers })).status).toBe(299);
    expect(
      (await sendPlain(gateway.baseUrl, { method: 'GET', target: '/api/auth/me', headers })).status,
    ).toBe(401);
  });
});

describe('a path in capitals', () => {
  it('is found by the stock validator, and not by the gateway', async () => {
    const request = { method: 'GET', target: '/HEALTH', headers: {} };
    expect((await sendPlain(stockUrl, request)).status).toBe(299);
    expect((await sendPlain(gateway.baseUrl, request)).status).toBe(404);
  });
});

describe('operations and pages', () => {
  const POLICY = [
    'x-content-type-options',
    'x-frame-options',
    'referrer-policy',
    'cross-origin-opener-policy',
    'permissions-policy',
    'x-powered-by',
    'access-control-allow-origin',
    'vary',
  ];

  it('send the same security headers in every answer', async () => {
    const targets = [
      ['GET', '/health'],
      ['GET', '/health?surplus=1'],
      ['GET', '/api/auth/me'],
      ['POST', '/health'],
      ['OPTIONS', '/api/auth/me'],
      ['GET', '/docs'],
      ['GET', '/openapi.json'],
      ['POST', '/docs'],
      ['OPTIONS', '/docs'],
      ['GET', '/docs/assets/swagger-ui.css'],
      ['GET', '/docs/assets/none'],
      ['GET', '/nothing'],
      ['GET', '/%zz'],
    ] as const;
    const answers = await Promise.all(
      targets.map(async ([method, target]) => {
        const reply = await sendPlain(gateway.baseUrl, {
          method,
          target,
          headers: { origin: 'https://a.example' },
        });
        expect([target, reply.headers.has('x-request-id'), reply.headers.has('traceparent')]).toEqual([
          target,
          true,
          true,
        ]);
        expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
        return POLICY.map((name) => `${name}: ${reply.headers.get(name)}`).join('\n');
      }),
    );
    expect([...new Set(answers)]).toHaveLength(1);
  });
});
