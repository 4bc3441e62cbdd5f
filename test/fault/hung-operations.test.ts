import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { createLog } from '#src/platform/log.ts';
import { exampleRequest, operations } from '#test/support/contract.ts';
import { startOnServer, type TestGateway } from '#test/support/gateway.ts';
import { startProxy, type TcpProxy } from '#test/support/tcp-proxy.ts';
import { openTestDatabase } from '#test/support/test-database.ts';

const serverUrl = process.env.TEST_DATABASE_URL;
const REQUEST_TIMEOUT_MS = 1_000;
const GRACE_MS = 2_000;
/** Operations that may take minutes are ended by the time-outs of the database. */
const DATABASE_MS = 15_000;
const NEVER_MS = 30_000;
/** Longer than the state of a session is believed. */
const FORGOTTEN_MS = 1_000;
/** Status of the operations that do not need the database. */
const UNTOUCHED: Readonly<Record<string, number>> = {
  getHealth: 200,
  getMetrics: 200,
  getOpenaiHealth: 503,
  getOauthProviderStatus: 200,
};

interface Answer {
  readonly operationId: string;
  /** Undefined when there was none. */
  readonly status: number | undefined;
  readonly ms: number;
  readonly mayTakeMs: number;
}

describe.skipIf(serverUrl === undefined)('every operation (needs TEST_DATABASE_URL)', () => {
  let proxy: TcpProxy;
  let gateway: TestGateway;
  let token: string;

  beforeAll(async () => {
    const database = await openTestDatabase();
    proxy = await startProxy(database.url as string);
    const log = createLog({ level: 'silent', form: 'json', sensitiveNames: [], destination: process.stderr });
    const settings = {
      REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS),
      // Longer than a request may take: not the end of a statement has to be what ends it.
      DATABASE_STATEMENT_TIMEOUT_MS: '3000',
      DATABASE_POOL_SIZE: '200',
    };
    gateway = await startOnServer({ ...database, url: proxy.url }, settings, { log });
    token = (await gateway.admin()).accessToken;
    proxy.freeze();
    await sleep(FORGOTTEN_MS);
  });
  afterAll(async () => {
    proxy.thaw();
    await gateway.close();
    await proxy.close();
  });

  const call = async (operation: OperationRecord): Promise<Answer> => {
    const { method, path, headers, body } = exampleRequest(operation);
    const init: RequestInit = {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(NEVER_MS),
    };
    if (body !== undefined) init.body = body;
    const startedAt = performance.now();
    const reply = await gateway.fetch(path, init).catch(() => undefined);
    const ms = performance.now() - startedAt;
    await reply?.body?.cancel();
    const mayTakeMs = operation.timeoutMs === undefined ? REQUEST_TIMEOUT_MS + GRACE_MS : DATABASE_MS;
    return { operationId: operation.operationId, status: reply?.status, ms, mayTakeMs };
  };

  it('every operation returns 503 or 504 within its time limit', async () => {
    const answers = await Promise.all(operations.map(call));
    const late = answers.filter(({ ms, mayTakeMs }) => ms > mayTakeMs);
    const wrong = answers.filter(({ operationId, status }) =>
      UNTOUCHED[operationId] === undefined
        ? status !== 503 && status !== 504
        : status !== UNTOUCHED[operationId],
    );
    expect({ late, wrong }).toEqual({ late: [], wrong: [] });
  });
});
