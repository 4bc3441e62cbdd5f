import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#src/errors.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import type { AnyReply } from '#src/http/handler/any-reply.ts';
import { createLog } from '#src/platform/log.ts';
import { extendedContract, extendedHandlers } from '#test/support/extended-contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { rawClient } from '#test/support/raw-client.ts';
import { outcomeOf } from '#test/support/replies.ts';

const CONTRACT = `
openapi: 3.0.3
info: {title: Slow, version: 1.0.0}
paths:
  /test/slow:
    get:
      operationId: getSlow
      summary: Slow
      x-area: test
      x-access: public
      x-timeout-ms: 100
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}
`;

const state: { handler: AnyHandler } = { handler: () => ({ status: 200, body: {} }) };
const lines: string[] = [];
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

let gateway: TestGateway;
beforeAll(async () => {
  process.on('unhandledRejection', note);
  const log = createLog({
    level: 'warn',
    form: 'json',
    sensitiveNames: [],
    destination: { write: (line) => lines.push(line) },
  });
  gateway = await startGateway(
    {},
    {
      log,
      contract: await extendedContract(CONTRACT),
      handlers: await extendedHandlers({ getSlow: (context, input) => state.handler(context, input) }),
    },
  );
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await gateway.close();
});

const get = () => fetch(`${gateway.baseUrl}/test/slow`);

/** A promise with the functions that settle it. */
function held<T>() {
  let resolve = (_value: T): void => undefined;
  let reject = (_error: Error): void => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('an operation over its time limit', () => {
  it('returns 503 when its handler ignores the abort signal, and drops its late reply', async () => {
    const late = held<AnyReply>();
    state.handler = () => late.promise;
    const reply = await get();
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await outcomeOf(reply)).toEqual([503, 'operation_timeout']);
    late.resolve({ status: 200, body: { n: 1 } });
    state.handler = () => ({ status: 200, body: { n: 2 } });
    expect(await (await get()).json()).toEqual({ n: 2 });
  });

  it('logs the late failure of its handler', async () => {
    const late = held<AnyReply>();
    state.handler = () => late.promise;
    expect((await get()).status).toBe(503);
    late.reject(new Error('the late failure'));
    await expect.poll(() => lines.join('')).toContain('the late failure');
    await sleep(10);
    expect(unhandled).toEqual([]);
  });

  it('closes the stream of a late reply', async () => {
    const late = held<AnyReply>();
    let ended = false;
    state.handler = () => late.promise;
    expect((await get()).status).toBe(503);
    const events = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: true as const, value: undefined }),
        return: async () => {
          ended = true;
          return { done: true as const, value: undefined };
        },
      }),
    };
    late.resolve({ status: 200, events });
    await expect.poll(() => ended).toBe(true);
  });

  it('returns the error of a handler that reacts to the abort signal', async () => {
    state.handler = async ({ signal }) => {
      await sleep(60_000, undefined, { signal }).catch(() => undefined);
      throw new AppError('upstream_timeout', 'The model did not answer in time.');
    };
    expect(await outcomeOf(await get())).toEqual([504, 'upstream_timeout']);
  });

  it('returns 503 when the handler throws the abort error', async () => {
    state.handler = async ({ signal }) => {
      await sleep(60_000, undefined, { signal });
      return { status: 200, body: {} };
    };
    expect(await outcomeOf(await get())).toEqual([503, 'operation_timeout']);
  });
});

describe('a client that leaves', () => {
  it('aborts the signal, also for a handler that reads it only afterwards', async () => {
    const seen = held<boolean>();
    state.handler = async (context) => {
      await new Promise((resolve) => context.res.once('close', resolve));
      seen.resolve(context.signal.aborted);
      return { status: 200, body: {} };
    };
    const client = await rawClient(gateway.baseUrl);
    client.socket.write('GET /test/slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect
      .poll(async () => (await gateway.fetch('/metrics')).text())
      .toMatch(/http_requests_in_flight 2/);
    client.socket.destroy();
    expect(await seen.promise).toBe(true);
    expect(unhandled).toEqual([]);
  });
});
