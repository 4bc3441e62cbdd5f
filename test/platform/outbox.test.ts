import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createIds } from '#src/platform/ids.ts';
import { createMetrics, type Metrics } from '#src/platform/metrics.ts';
import { createNotifications, type Notifications } from '#src/platform/notifications.ts';
import { Outbox, type OutboxKind } from '#src/platform/outbox.ts';
import { OutboxStore } from '#src/platform/outbox-store.ts';
import { eventually } from '#test/support/eventually.ts';
import { openTestDatabase, quietLog, type TestDatabase } from '#test/support/test-database.ts';

const kind: OutboxKind<{ text: string }> = { name: 'test', schema: z.object({ text: z.string() }) };
const log = { ...quietLog(), warn: () => undefined, error: () => undefined };

let test: TestDatabase;
let notifications: Notifications;

beforeAll(async () => {
  test = await openTestDatabase();
  notifications = createNotifications(test.database, test.url, quietLog());
  notifications.start();
});

afterAll(async () => {
  await notifications.close();
  await test.close();
});

interface Setup {
  readonly outbox: Outbox;
  readonly metrics: Metrics;
  readonly delivered: string[];
  fail: boolean;
}

function setUp(): Setup {
  const metrics = createMetrics();
  const outbox = new Outbox({ db: test.database, notifications, ids: createIds(), log, metrics });
  const setup: Setup = { outbox, metrics, delivered: [], fail: false };
  outbox.register(kind, async ({ text }) => {
    if (setup.fail) throw new Error('the other side is down');
    setup.delivered.push(text);
  });
  return setup;
}

/** Lets the time pass for a row. */
async function pass(text: string, ms: number): Promise<void> {
  await test.database.pool.query(
    "update outbox set available_at = available_at - $1 * interval '1 millisecond' where payload->>'text' = $2",
    [ms, text],
  );
}

async function rows(text: string): Promise<{ attempts: number; dead: boolean; error: string | null }[]> {
  const result = await test.database.pool.query(
    "select attempts, dead_at is not null as dead, last_error as error from outbox where payload->>'text' = $1",
    [text],
  );
  return result.rows;
}

describe('an outbox row', () => {
  it('is delivered once after the commit, and then deleted', async () => {
    const { outbox, delivered } = setUp();
    const text = randomUUID();
    await test.database.transactAlone(async (tx) => {
      await outbox.add(tx, kind, { text });
    });
    await outbox.deliverDue();
    await outbox.deliverDue();
    expect(delivered).toEqual([text]);
    expect(await rows(text)).toEqual([]);
  });

  it('is not delivered when its transaction is rolled back', async () => {
    const { outbox, delivered } = setUp();
    const text = randomUUID();
    const failed = test.database.transactAlone(async (tx) => {
      await outbox.add(tx, kind, { text });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await outbox.deliverDue();
    expect(delivered).toEqual([]);
  });

  it('is retried with growing delays until its delivery succeeds', async () => {
    const setup = setUp();
    const { outbox, delivered } = setup;
    const text = randomUUID();
    await test.database.transactAlone((tx) => outbox.add(tx, kind, { text }));
    setup.fail = true;
    await outbox.deliverDue();
    expect(await rows(text)).toEqual([{ attempts: 1, dead: false, error: 'the other side is down' }]);
    await outbox.deliverDue();
    expect((await rows(text))[0]?.attempts).toBe(1);
    await pass(text, 1_000);
    await outbox.deliverDue();
    expect((await rows(text))[0]?.attempts).toBe(2);
    setup.fail = false;
    await pass(text, 999);
    await outbox.deliverDue();
    await pass(text, 1_001);
    await outbox.deliverDue();
    expect(delivered).toEqual([text]);
  });

  it('is kept as dead with its reason after 20 attempts, counted, and delivered after a revival', async () => {
    const setup = setUp();
    const { outbox, metrics, delivered } = setup;
    const text = randomUUID();
    await test.database.transactAlone((tx) => outbox.add(tx, kind, { text }));
    setup.fail = true;
    for (let i = 0; i < 25; i++) {
      await outbox.deliverDue();
      await pass(text, 3_600_000);
    }
    expect(await rows(text)).toEqual([{ attempts: 20, dead: true, error: 'the other side is down' }]);
    expect(await metrics.render()).toContain('outbox_deliveries_total{kind="test",outcome="dead"} 1');
    setup.fail = false;
    expect(await outbox.revive()).toBe(1);
    await outbox.deliverDue();
    expect(delivered).toEqual([text]);
  });

  it('is refused without a consumer', async () => {
    const { outbox } = setUp();
    const unknown = { ...kind, name: 'unknown' };
    await expect(test.database.transactAlone((tx) => outbox.add(tx, unknown, { text: 'x' }))).rejects.toThrow(
      'no consumer',
    );
  });

  it('of an unknown kind is retried and then kept as dead with a reason', async () => {
    const { outbox } = setUp();
    const text = randomUUID();
    await new OutboxStore(test.database.kysely).insert({
      id: randomUUID(),
      kind: 'of-a-newer-release',
      payload: { text },
    });
    for (let i = 0; i < 25; i++) {
      await outbox.deliverDue();
      await pass(text, 3_600_000);
    }
    expect(await rows(text)).toMatchObject([
      { dead: true, error: expect.stringContaining('No consumer of') },
    ]);
  });

  it('is refused with a malformed payload', async () => {
    const { outbox } = setUp();
    const wrong = test.database.transactAlone((tx) => outbox.add(tx, kind, { text: 7 } as never));
    await expect(wrong).rejects.toBeInstanceOf(z.ZodError);
  });

  it('cannot have two consumers', () => {
    expect(() => setUp().outbox.register(kind, async () => undefined)).toThrow('two consumers');
  });
});

describe('an outbox row of a process that dies before the delivery', () => {
  it('is delivered by another process after its lease', async () => {
    const { outbox, delivered } = setUp();
    const text = randomUUID();
    await test.database.transactAlone((tx) => outbox.add(tx, kind, { text }));
    const taken = await new OutboxStore(test.database.kysely).claim(120_000, 100);
    expect(taken.length).toBeGreaterThan(0);
    await outbox.deliverDue();
    expect(delivered).toEqual([]);
    await pass(text, 120_001);
    await outbox.deliverDue();
    expect(delivered).toEqual([text]);
  });
});

describe('several replicas with an outbox', () => {
  it('deliver each row once between them, notified by its commit', async () => {
    const delivered: string[] = [];
    const replicas = Array.from({ length: 3 }, () => {
      const outbox = new Outbox({
        db: test.database,
        notifications,

        ids: createIds(),
        log,
        metrics: createMetrics(),
      });
      outbox.register({ ...kind, name: 'shared' }, async ({ text }) => void delivered.push(text));
      outbox.start();
      return outbox;
    });
    const texts = Array.from({ length: 100 }, () => randomUUID());
    for (const text of texts) {
      await test.database.transactAlone(async (tx) => {
        await replicas[0]?.add(tx, { ...kind, name: 'shared' }, { text });
      });
    }
    await eventually(() => delivered.length >= texts.length);
    for (const outbox of replicas) await outbox.stop(1_000);
    expect([...delivered].sort()).toEqual([...texts].sort());
  });
});
