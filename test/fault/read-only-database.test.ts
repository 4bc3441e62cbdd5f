import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import { createLog } from '#src/platform/log.ts';
import { exampleRequest, operations } from '#test/support/contract.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Member, startOnServer, type TestGateway } from '#test/support/gateway.ts';
import {
  hasPostgresServer,
  type PostgresServer,
  startPostgresServer,
} from '#test/support/postgres-server.ts';
import { openTestDatabase } from '#test/support/test-database.ts';

const serverUrl = process.env.TEST_DATABASE_URL;
/** Longer than the state of a session is believed. */
const FORGOTTEN_MS = 1_000;

const lines: string[] = [];
const log = createLog({
  level: 'info',
  form: 'json',
  sensitiveNames,
  destination: { write: (line: string) => void lines.push(line) },
});

let gateway: TestGateway;
let member: Member;

const write = (as = member) => as.api.POST('/api/conversations', { body: { title: 'Read-only' } });
const statusOf = async (path: '/ready' | '/health/detailed') =>
  (await gateway.anonymous.GET(path)).response.status;

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function refusesChanges(): Promise<void> {
  const { response, error } = await write();
  expect([response.status, error?.code]).toEqual([503, 'dependency_unavailable']);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await statusOf('/ready')).toBe(503);
  expect(await statusOf('/health/detailed')).toBe(503);
  expect((await gateway.anonymous.GET('/health')).response.status).toBe(200);
}

describe.skipIf(serverUrl === undefined)('a database that turns read-only (needs TEST_DATABASE_URL)', () => {
  beforeAll(async () => {
    const database = await openTestDatabase();
    gateway = await startOnServer(database, { DATABASE_POOL_SIZE: '3', LOG_LEVEL: 'info' }, { log });
    member = await gateway.user();
  });
  afterAll(() => gateway.close());

  const turn = async (state: 'on' | 'off'): Promise<void> => {
    const url = serverUrl as string;
    const name = new URL(gateway.database.url as string).pathname.slice(1);
    await run(url, `alter database ${name} set default_transaction_read_only = ${state}`);
    // Only connections that are opened from now on are of the new kind.
    const others = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;
    if (state === 'on') await run(url, others);
  };

  it('refuses changes with 503 and Retry-After, is not ready, and works again by itself', async () => {
    lines.length = 0;
    await turn('on');
    await eventually(async () => (await write()).error?.detail?.includes('takes no changes') === true, {
      what: 'a refused change',
    });
    await refusesChanges();
    expect((await member.api.GET('/api/conversations')).response.status).toBe(200);
    await turn('off');
    // Each connection that takes no changes was thrown away by whoever found out.
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push((await write()).response.status);
    expect(answers.slice(-3)).toEqual([201, 201, 201]);
    await eventually(async () => (await statusOf('/ready')) === 200, { what: 'readiness' });
  });

  it('is told once in the log, and no refusal has a stack', () => {
    const entries = lines.map((line) => JSON.parse(line));
    const told = entries.filter(({ message }) => message === 'a dependency does not work');
    expect(told.map(({ dependency, err }) => [dependency, err.type])).toEqual([
      ['database', 'DatabaseReadOnlyError'],
    ]);
    expect(entries.filter(({ message }) => message === 'request refused')).not.toEqual([]);
    expect(entries.filter(({ err }) => err?.stack !== undefined)).toEqual([]);
  });
});

describe.skipIf(!hasPostgresServer)('a primary with a standby (needs the programs of PostgreSQL)', () => {
  let primary: PostgresServer;
  let standby: PostgresServer;
  const portOf = (server: PostgresServer): string => new URL(server.url).port;

  beforeAll(async () => {
    primary = await startPostgresServer();
    const database = await openTestDatabase(primary.url);
    standby = await startPostgresServer({ standbyOf: primary });
    const url = new URL(database.url as string);
    const hosts = `127.0.0.1:${portOf(standby)},127.0.0.1:${portOf(primary)}`;
    const both = `postgres://postgres@${hosts}${url.pathname}?target_session_attrs=read-write`;
    gateway = await startOnServer({ ...database, url: both }, {}, { log });
    member = await gateway.user();
  }, 120_000);
  afterAll(async () => {
    await gateway.close();
    await standby.close();
    await primary.close();
  });

  it('serves from the host that takes changes, and follows a failover', async () => {
    expect((await write()).response.status).toBe(201);
    expect(await statusOf('/ready')).toBe(200);
    await eventually(() => gateway.app.platform.notifications.connected, { what: 'notices' });
    await run(standby.url, 'select pg_promote()');
    primary.pause();
    try {
      await eventually(async () => (await write()).response.status === 201, { what: 'a change' });
      await eventually(async () => (await statusOf('/ready')) === 200, { what: 'readiness' });
      await eventually(() => gateway.app.platform.notifications.connected, { what: 'notices' });
    } finally {
      primary.resume();
    }
  }, 120_000);
});

describe.skipIf(!hasPostgresServer)('a standby alone (needs the programs of PostgreSQL)', () => {
  let primary: PostgresServer;
  let standby: PostgresServer;
  let admin: Member;

  beforeAll(async () => {
    primary = await startPostgresServer();
    const database = await openTestDatabase(primary.url);
    // Its first start makes the tables, and its users are there before the standby is.
    const first = await startOnServer(database, {}, { log });
    admin = await first.admin();
    await first.app.close();
    standby = await startPostgresServer({ standbyOf: primary });
    const url = new URL(database.url as string);
    url.port = portOf(standby);
    gateway = await startOnServer({ ...database, url: url.href }, { REQUEST_TIMEOUT_MS: '5000' }, { log });
    const { data } = await gateway.anonymous.GET('/health');
    expect(data?.status).toBe('healthy');
  }, 120_000);
  afterAll(async () => {
    await gateway.close();
    await standby.close();
    await primary.close();
  });

  const portOf = (server: PostgresServer): string => new URL(server.url).port;

  it('is started on, and no operation returns 500', async () => {
    await sleep(FORGOTTEN_MS);
    const answers = await Promise.all(
      operations.map(async (operation) => {
        const { method, path, headers, body } = exampleRequest(operation);
        const init: RequestInit = {
          method,
          headers: { ...headers, authorization: `Bearer ${admin.accessToken}` },
          signal: AbortSignal.timeout(30_000),
        };
        if (body !== undefined) init.body = body;
        const reply = await gateway.fetch(path, init);
        await reply.body?.cancel();
        return { operation: operation.operationId, method, status: reply.status };
      }),
    );
    expect(answers.filter(({ status }) => status === 500)).toEqual([]);
    // What makes or changes something cannot have done so.
    const done = answers.filter(({ method, status }) => method !== 'GET' && status < 300);
    expect(done).toEqual([]);
    member = { ...admin, api: gateway.client(admin.accessToken) };
    await refusesChanges();
  }, 120_000);

  it('takes changes and is ready as soon as it is promoted', async () => {
    await run(standby.url, 'select pg_promote()');
    await eventually(async () => (await statusOf('/ready')) === 200, { what: 'readiness' });
    await eventually(async () => (await write()).response.status === 201, { what: 'a change' });
  });
});
