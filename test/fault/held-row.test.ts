import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseBusyError, translateDatabaseError } from '#src/platform/db/errors.ts';
import { createLog } from '#src/platform/log.ts';
import { entriesOf } from '#test/support/audit.ts';
import { createConversation } from '#test/support/conversations.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Member, startGateway, startOnServer, type TestGateway } from '#test/support/gateway.ts';
import { openTestDatabase } from '#test/support/test-database.ts';

const quiet = createLog({
  level: 'silent',
  form: 'json',
  sensitiveNames: [],
  destination: { write: () => undefined },
});
const isServer = process.env.TEST_DATABASE_URL !== undefined;
const CONNECTIONS = 8;
const READS = 10;

const holding = new Set<() => Promise<void>>();
let gateway: TestGateway;
let holder: Member;
let other: Member;

beforeAll(async () => {
  const settings = { DATABASE_POOL_SIZE: String(CONNECTIONS) };
  gateway = isServer
    ? await startOnServer(await openTestDatabase(), settings, { log: quiet })
    : await startGateway({}, { log: quiet });
  [holder, other] = [await gateway.user(), await gateway.user()];
});
afterAll(() => gateway.close());
afterEach(async () => {
  for (const letGo of holding) await letGo();
});

const rename = (member: Member, id: string, title: string) =>
  member.api.PATCH('/api/conversations/{conversation_id}', {
    params: { path: { conversation_id: id } },
    body: { title },
  });

/** Reads of another user and probes, one after the other. */
async function othersAreServed(): Promise<void> {
  for (let i = 0; i < READS; i++) {
    expect((await other.api.GET('/api/conversations')).response.status).toBe(200);
    expect((await gateway.anonymous.GET('/ready')).response.status).toBe(200);
    expect((await gateway.anonymous.GET('/health/detailed')).response.status).toBe(200);
  }
}

/** Runs work and tells whether it is over. */
function watched<T>(work: Promise<T>) {
  const state = { work, over: false };
  void work.finally(() => {
    state.over = true;
  });
  return state;
}

/** Holds what a statement locks, by a connection that is not the gateway's, until the function is called. */
async function hold(statement: string, parameters: readonly unknown[] = []): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: gateway.database.url });
  await client.connect();
  await client.query('begin');
  await client.query(statement, [...parameters]);
  const letGo = (): Promise<void> => {
    holding.delete(letGo);
    return client.end();
  };
  holding.add(letGo);
  return letGo;
}

describe.skipIf(!isServer)('while a row is locked (needs TEST_DATABASE_URL)', () => {
  it('reads of others and probes are served, and the waiting changes return 503', async () => {
    const id = await createConversation(holder);
    const letGo = await hold('select 1 from conversations where id = $1 for update', [id]);
    // More than there are connections.
    const changes = Array.from({ length: 2 * CONNECTIONS }, (_value, n) =>
      watched(rename(holder, id, `Name ${n}`)),
    );
    await sleep(300);
    await othersAreServed();
    expect(changes.filter(({ over }) => over)).toEqual([]);
    for (const { work } of changes) {
      const { response, error } = await work;
      expect([response.status, error?.code]).toEqual([503, 'dependency_unavailable']);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await letGo();
    expect((await rename(holder, id, 'Free')).response.status).toBe(200);
  });

  it('changes of other rows are made while transaction slots are free', async () => {
    const id = await createConversation(holder);
    const free = await createConversation(other);
    const letGo = await hold('select 1 from conversations where id = $1 for update', [id]);
    const changes = Array.from({ length: 4 }, (_value, n) => watched(rename(holder, id, `Name ${n}`)));
    await sleep(300);
    for (let i = 0; i < READS; i++)
      expect((await rename(other, free, `Other ${i}`)).response.status).toBe(200);
    expect(changes.filter(({ over }) => over)).toEqual([]);
    await letGo();
    for (const { work } of changes) expect((await work).response.status).toBe(200);
  });

  it('changes of other rows wait for a slot, and are made when the others give up', async () => {
    const id = await createConversation(holder);
    const free = await createConversation(other);
    const letGo = await hold('select 1 from conversations where id = $1 for update', [id]);
    const changes = Array.from({ length: CONNECTIONS }, (_value, n) => rename(holder, id, `Name ${n}`));
    await sleep(300);
    expect((await rename(other, free, 'Other')).response.status).toBe(200);
    await letGo();
    await Promise.all(changes);
  });

  it('and it is the head of the audit trail, reads and probes are served', async () => {
    const letGo = await hold('select 1 from audit_head for update');
    const changes = Array.from({ length: 2 * CONNECTIONS }, () =>
      watched(holder.api.POST('/api/conversations', { body: { title: 'Audited' } })),
    );
    await sleep(300);
    await othersAreServed();
    expect(changes.filter(({ over }) => over)).toEqual([]);
    await letGo();
    const statuses = await Promise.all(changes.map(async ({ work }) => (await work).response.status));
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    expect(statuses).toContain(201);
  });

  it('and it is the head of the audit trail, a refusal is answered first and written as soon as it can be', async () => {
    const letGo = await hold('select 1 from audit_head for update');
    const { response } = await holder.api.POST('/api/conversations', { body: { title: 'Audited' } });
    expect(response.status).toBe(503);
    await letGo();
    const id = response.headers.get('x-request-id') as string;
    const { db } = gateway.app.platform;
    await eventually(async () => (await entriesOf(db, id))[0]?.outcome === 'refused', { what: 'the entry' });
  });

  it('a change that waited too long is not repeated after its error', async () => {
    const { db } = gateway.app.platform;
    const id = await createConversation(holder);
    const letGo = await hold('select 1 from conversations where id = $1 for update', [id]);
    let attempts = 0;
    const change = db.transactAlone(async (tx) => {
      attempts++;
      await sql`update conversations set title = 'x' where id = ${id}`.execute(tx);
    });
    const error = await change.catch((thrown: unknown) => thrown);
    expect(translateDatabaseError(error)).toBeInstanceOf(DatabaseBusyError);
    expect(attempts).toBe(1);
    await letGo();
  });
});

describe('while many changes wait', () => {
  it('reads do not wait behind them', async () => {
    const order: string[] = [];
    const changes = Array.from({ length: 60 }, async (_value, n) => {
      await holder.api.POST('/api/conversations', { body: { title: `Many ${n}` } });
      order.push('change');
    });
    const reads = Array.from({ length: 3 }, async () => {
      await other.api.GET('/api/conversations');
      order.push('read');
    });
    await Promise.all([...changes, ...reads]);
    expect(order.lastIndexOf('read')).toBeLessThan(order.length / 2);
  });
});

describe.skipIf(isServer)('on the embedded database', () => {
  it('a transaction that is left open is rolled back, so that others continue', async () => {
    const { db } = gateway.app.platform;
    const id = await createConversation(holder);
    let goOn = (): void => undefined;
    const stalled = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const change = db.transactAlone(async (tx) => {
      await sql`update conversations set title = 'Stalled' where id = ${id}`.execute(tx);
      await stalled;
      await sql`select 1`.execute(tx);
    });
    change.catch(() => undefined);
    await sleep(100);
    expect((await other.api.GET('/api/conversations')).response.status).toBe(200);
    expect((await gateway.anonymous.GET('/ready')).response.status).toBe(200);
    expect((await rename(holder, id, 'Changed')).response.status).toBe(200);
    goOn();
    const error = await change.catch((thrown: unknown) => thrown);
    expect(translateDatabaseError(error)).toMatchObject({ name: 'DatabaseUnavailableError' });
    const { data } = await holder.api.GET('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: id } },
    });
    expect(data?.title).toBe('Changed');
  });

  it('does not run a statement that was given up while it waited', async () => {
    const { db } = gateway.app.platform;
    const key = randomUUID();
    let goOn = (): void => undefined;
    const holding = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let begun = (): void => undefined;
    const isOpen = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const open = db.transactAlone(async (tx) => {
      await sql`select 1`.execute(tx);
      begun();
      await holding;
    });
    await isOpen;
    const client = await db.pool.connect();
    const late = client.query({
      text: 'insert into conversations (id, user_id, title, created_at, updated_at) values ($1, $2, $3, now(), now())',
      values: [randomUUID(), holder.userId, key],
    });
    late.catch(() => undefined);
    client.release(new Error('given up'));
    goOn();
    await open;
    await expect(late).rejects.toThrow();
    const { rows } = await sql`select 1 from conversations where title = ${key}`.execute(db.kysely);
    expect(rows).toEqual([]);
  });
});
