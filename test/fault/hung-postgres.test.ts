import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionUpkeep } from '#src/domain/accounts/session-upkeep.ts';
import type { Database } from '#src/platform/db/database.ts';
import { DatabaseUnavailableError, translateDatabaseError } from '#src/platform/db/errors.ts';
import { createLog } from '#src/platform/log.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Member, startOnServer, type TestGateway } from '#test/support/gateway.ts';
import {
  hasPostgresServer,
  type PostgresServer,
  startPostgresServer,
} from '#test/support/postgres-server.ts';
import { startProxy, type TcpProxy } from '#test/support/tcp-proxy.ts';
import { openTestDatabase } from '#test/support/test-database.ts';

const quiet = createLog({
  level: 'silent',
  form: 'json',
  sensitiveNames: [],
  destination: { write: () => undefined },
});
const SETTINGS = {
  DATABASE_STATEMENT_TIMEOUT_MS: '1000',
  DATABASE_POOL_SIZE: '4',
  REQUEST_TIMEOUT_MS: '2000',
};
/** A wait for a connection and a statement without an answer, one after the other, and plenty for a busy machine. */
const GIVEN_UP_MS = 15_000;
/** The time limit of probes, with a generous margin for a busy machine. */
const PROBE_MS = 3_000;
const BACK_MS = 20_000;

const serverUrl = process.env.TEST_DATABASE_URL;

let gateway: TestGateway;
let member: Member;

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now();
  return { result: await work(), ms: performance.now() - startedAt };
}

interface Outcome {
  readonly response: Response;
  readonly error?: { readonly code: string };
}

const read = (): Promise<Outcome> => member.api.GET('/api/conversations');
const write = (): Promise<Outcome> => member.api.POST('/api/conversations', { body: { title: 'Hung' } });

async function refusesWhileHung(): Promise<void> {
  // The state of a session is believed for a moment.
  await sleep(1_000);
  const calls = await Promise.all([read, write, read, write, read, write].map((call) => timed(call)));
  for (const { result, ms } of calls) {
    expect([result.response.status, result.error?.code]).toEqual([
      503,
      expect.stringMatching(/^(?:dependency_unavailable|operation_timeout)$/),
    ]);
    expect(ms).toBeLessThan(GIVEN_UP_MS);
  }
  const probes = await Promise.all(
    Array.from({ length: 40 }, (_value, n) =>
      timed(() => gateway.anonymous.GET(n % 2 === 0 ? '/ready' : '/health/detailed')),
    ),
  );
  expect(new Set(probes.map(({ result }) => result.response.status))).toEqual(new Set([503]));
  expect(Math.max(...probes.map(({ ms }) => ms))).toBeLessThan(PROBE_MS);
  expect((await gateway.anonymous.GET('/health')).response.status).toBe(200);
}

async function worksAgain(): Promise<void> {
  const { jobs, db, notifications } = gateway.app.platform;
  await eventually(async () => (await gateway.anonymous.GET('/ready')).response.status === 200, {
    withinMs: BACK_MS,
    what: 'readiness',
  });
  await eventually(async () => (await write()).response.status === 201, {
    withinMs: BACK_MS,
    what: 'a write',
  });
  await eventually(() => notifications.connected, { withinMs: BACK_MS, what: 'the connection for notices' });
  const id = await db.transactAlone((tx) => jobs.enqueue(tx, sessionUpkeep, {}));
  await eventually(async () => (await jobs.status(id))?.state === 'succeeded', { what: 'a job' });
}

describe.skipIf(serverUrl === undefined)('PostgreSQL behind a proxy (needs TEST_DATABASE_URL)', () => {
  let proxy: TcpProxy;
  let db: Database;

  beforeAll(async () => {
    const database = await openTestDatabase();
    proxy = await startProxy(database.url as string);
    gateway = await startOnServer({ ...database, url: proxy.url }, SETTINGS, { log: quiet });
    ({ db } = gateway.app.platform);
    member = await gateway.user();
  });
  afterAll(async () => {
    proxy.thaw();
    await gateway.close();
    await proxy.close();
  });

  beforeEach(worksAgain);
  afterEach(() => {
    proxy.thaw();
    proxy.slow(0);
  });

  it('is refused within the time limits while it hangs, and used again afterwards', async () => {
    proxy.freeze();
    await refusesWhileHung();
    proxy.thaw();
    await worksAgain();
  });

  it('gets one check at a time while it hangs, however many probes there are', async () => {
    proxy.freeze();
    const before = proxy.accepted;
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 40 }, () => gateway.anonymous.GET('/ready')));
      expect(db.pool.waitingCount).toBeLessThanOrEqual(1);
    }
    // The jobs, the outbox and the connection for notices go on trying as well.
    expect(proxy.accepted - before).toBeLessThan(20);
  });

  it('is detected as hanging by the connection for notices, which sends resync afterwards', async () => {
    const { notifications } = gateway.app.platform;
    const woken: string[] = [];
    const end = notifications.subscribe('test', 'hung', (wake) => woken.push(wake.kind));
    proxy.freeze();
    await eventually(() => !notifications.connected, {
      withinMs: 14_000,
      what: 'the loss of the connection',
    });
    proxy.thaw();
    await eventually(() => woken.includes('resync'), { withinMs: BACK_MS, what: 'resync' });
    await db.transactAlone((tx) => notifications.publish(tx, { channel: 'test', key: 'hung' }));
    await eventually(() => woken.includes('change'), { what: 'a notice' });
    end();
  });

  it('fails only the running requests when it ends all connections', async () => {
    proxy.cut();
    await worksAgain();
  });

  describe('a transaction on a server that hangs', () => {
    const idOf = (title: string) => sql<{ id: string }>`select id from conversations where title = ${title}`;
    const insert = (title: string) => sql`
      insert into conversations (id, user_id, title, created_at, updated_at)
      values (${randomUUID()}, ${member.userId}, ${title}, now(), now())`;

    it.each(['begin', 'a statement', 'commit'])(
      'fails as unavailable when it hangs before the answer to %s, and its connection is closed',
      async (place) => {
        const title = randomUUID();
        // One connection, so that nothing else finds out first that the server hangs.
        await Promise.all(Array.from({ length: 3 }, () => db.ping()));
        if (place === 'begin') proxy.freeze();
        const work = db.transactAlone(async (tx) => {
          await sql`select 1`.execute(tx);
          if (place === 'a statement') proxy.freeze();
          await insert(title).execute(tx);
          if (place === 'commit') proxy.freeze();
        });
        const { result, ms } = await timed(() => work.catch((error: unknown) => error));
        expect(translateDatabaseError(result)).toBeInstanceOf(DatabaseUnavailableError);
        expect(ms).toBeLessThan(GIVEN_UP_MS);
        proxy.thaw();
        await eventually(async () => (await db.ping().catch(() => false)) !== false, { withinMs: BACK_MS });
        // Each of the connections is clean: none is inside the transaction, or behind its statement.
        await Promise.all(
          Array.from({ length: 8 }, async () => {
            const { rows } = await sql<{ n: number }>`select 7 as n`.execute(db.kysely);
            expect(rows).toEqual([{ n: 7 }]);
            await db.transactAlone((tx) => insert(randomUUID()).execute(tx));
          }),
        );
        if (place !== 'commit') expect((await idOf(title).execute(db.kysely)).rows).toEqual([]);
      },
    );

    it('waits only a limited time for a connection when others hang', async () => {
      proxy.freeze();
      const { result, ms } = await timed(() =>
        Promise.all(
          Array.from({ length: 30 }, () =>
            db.transactAlone((tx) => sql`select 1`.execute(tx)).catch((error: unknown) => error),
          ),
        ),
      );
      expect(result.every((error) => translateDatabaseError(error) instanceof DatabaseUnavailableError)).toBe(
        true,
      );
      expect(ms).toBeLessThan(GIVEN_UP_MS);
      expect(db.waitingTransactions).toBe(0);
    });
  });
});

describe.skipIf(!hasPostgresServer)('a PostgreSQL whose processes are stopped (needs its programs)', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgresServer();
    gateway = await startOnServer(await openTestDatabase(server.url), SETTINGS, { log: quiet });
    member = await gateway.user();
  });
  afterAll(async () => {
    server.resume();
    await gateway.close();
    await server.close();
  });

  it('is refused within the time limits, and used again afterwards, also repeatedly', async () => {
    await worksAgain();
    for (let round = 0; round < 2; round++) {
      server.pause();
      await refusesWhileHung();
      server.resume();
      await worksAgain();
    }
  }, 120_000);
});
