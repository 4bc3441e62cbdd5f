import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';
import { exampleRequest, needsLogin, operations, recordOf } from '#test/support/contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { sendPlain } from '#test/support/plain-request.ts';
import { outcomeOf } from '#test/support/replies.ts';
import { assertDeclared } from '#test/support/validating-fetch.ts';

let gateway: TestGateway;
let token: string;
const limits = { open: true };
const rateLimits: RateLimits = {
  take: () => ({ allowed: limits.open, remaining: 0, resetSeconds: 7 }),
};
const fail = () => {
  throw new Error('ZX81 a defect of the handler');
};
/** Handlers that fail, except those that the setup of the test needs. */
const failing = Object.fromEntries(operations.map(({ operationId }) => [operationId, fail]));

beforeAll(async () => {
  const { handlers } = await import('#generated/handlers.gen.ts');
  const silent = { LOG_LEVEL: 'silent' };
  gateway = await startGateway(silent, {
    rateLimits,
    handlers: { ...failing, register: handlers.register as never },
  });
  token = (await gateway.admin()).accessToken;
});
afterAll(() => gateway.close());

function call(operation: OperationRecord, suffix = ''): Promise<Response> {
  const { method, path, headers, body } = exampleRequest(operation);
  const init: RequestInit = { method, headers: { ...headers, authorization: `Bearer ${token}` } };
  if (body !== undefined) init.body = body;
  return gateway.fetch(path + suffix, init);
}

/** Calls are limited by the rule of the operation or by that of its user. */
function mayMeetLimit({ access, rateLimit }: OperationRecord): boolean {
  return rateLimit !== undefined || needsLogin({ access }) || access === 'optional';
}

describe.each(operations)('$operationId', (operation) => {
  it('returns 400 for malformed percent-encoding', async () => {
    expect(
      await outcomeOf(
        await call(operation, `${exampleRequest(operation).path.includes('?') ? '&' : '?'}a=%zz`),
      ),
    ).toEqual([400, 'malformed_request']);
  });

  it('returns 422 for an unknown query parameter', async () => {
    const mark = exampleRequest(operation).path.includes('?') ? '&' : '?';
    const reply = await call(operation, `${mark}surplus_parameter=ZX81`);
    expect(await reply.clone().text()).not.toContain('ZX81');
    expect(await outcomeOf(reply)).toEqual([422, 'validation_failed']);
  });

  it.skipIf(operation.operationId === 'register')(
    'returns 500 without the cause when its handler fails',
    async () => {
      const reply = await call(operation);
      expect(await reply.clone().text()).not.toContain('ZX81');
      expect(await outcomeOf(reply)).toEqual([500, 'internal_error']);
    },
  );

  it.skipIf(!mayMeetLimit(operation))(
    'returns 429 with Retry-After when its rate limit is used up',
    async () => {
      limits.open = false;
      const reply = await call(operation);
      limits.open = true;
      expect(reply.headers.get('retry-after')).toBe('7');
      expect(await outcomeOf(reply)).toEqual([429, 'rate_limited']);
    },
  );
});

describe('operations that need a gateway or a request of their own', () => {
  it('return 500 without the cause when register fails', async () => {
    const own = await startGateway({ LOG_LEVEL: 'silent' }, { handlers: failing });
    const { method, path, headers, body } = exampleRequest(recordOf('register'));
    const reply = await own.fetch(path, { method, headers, body: body as string });
    expect(await outcomeOf(reply)).toEqual([500, 'internal_error']);
    await own.close();
  });

  const forms = operations.filter(({ body }) => body?.types.includes('multipart/form-data'));
  it.each(forms)(
    'return 413 for a form of $operationId that announces too many bytes, before it is sent',
    async (operation) => {
      const { method, path } = exampleRequest(operation);
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': String((operation.maxBodyBytes ?? 0) + 1),
        expect: '100-continue',
      };
      const reply = await sendPlain(gateway.baseUrl, { method, target: path, headers });
      await assertDeclared(method, path, reply.clone());
      expect(await outcomeOf(reply)).toEqual([413, 'payload_too_large']);
    },
  );
});

describe('a server that shuts down', () => {
  it('returns 503 for every operation but the probes', async () => {
    const own = await startGateway({ LOG_LEVEL: 'silent' });
    const held = heldRequest(own.baseUrl);
    await expect
      .poll(async () => (await own.fetch('/metrics')).text())
      .toMatch(/^http_requests_in_flight 2$/m);
    const closed = own.close();
    const probes = new Set(['getHealth', 'getReadiness', 'getMetrics']);
    for (const operation of operations.filter(({ operationId }) => !probes.has(operationId))) {
      const { method, path } = exampleRequest(operation);
      const reply = await own.fetch(path, { method });
      expect([operation.operationId, ...(await outcomeOf(reply))]).toEqual([
        operation.operationId,
        503,
        'shutting_down',
      ]);
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await own.fetch('/health')).status).toBe(200);
    expect(await outcomeOf(await own.fetch('/ready'))).toEqual([503, 'shutting_down']);
    held.release();
    await closed;
  });
});

/** A request whose body does not end, so that the server has a request in flight. */
function heldRequest(baseUrl: string): { release: () => void } {
  let release = (): void => undefined;
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'));
      release = () => controller.close();
    },
  });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
  void fetch(`${baseUrl}/api/auth/login`, init as RequestInit).catch(() => undefined);
  return { release: () => release() };
}
