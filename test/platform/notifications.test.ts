import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createNotifications,
  type Notice,
  type Notifications,
  type Wake,
} from '#src/platform/notifications.ts';
import { eventually } from '#test/support/eventually.ts';
import { startProxy } from '#test/support/tcp-proxy.ts';
import { openTestDatabase, quietLog, type TestDatabase } from '#test/support/test-database.ts';

let test: TestDatabase;
let first: Notifications;
let second: Notifications;

beforeAll(async () => {
  test = await openTestDatabase();
  [first, second] = [open(), open()];
});

afterAll(async () => {
  await first.close();
  await second.close();
  await test.close();
});

function open(): Notifications {
  const notifications = createNotifications(test.database, test.url, quietLog());
  notifications.start();
  return notifications;
}

/** Notifications at a server, with what they log. */
function logged(url: string | undefined): { lines: string[]; notifications: Notifications } {
  const lines: string[] = [];
  const notifications = createNotifications(test.database, url, {
    ...quietLog(),
    info: (_fields, message) => lines.push(`info ${message}`),
    warn: (_fields, message) => lines.push(`warn ${message}`),
  });
  notifications.start();
  return { lines, notifications };
}

/** The notices that a subscriber received, without the initial `resync`. */
function collect(notifications: Notifications, key: string): Wake[] {
  const wakes: Wake[] = [];
  notifications.subscribe('test', key, (wake) => wakes.push(wake));
  return wakes;
}

function publish(notifications: Notifications, notice: Notice): Promise<void> {
  return test.database.transactAlone((tx) => notifications.publish(tx, notice));
}

const changes = (wakes: readonly Wake[]): Wake[] => wakes.filter(({ kind }) => kind === 'change');

describe('a notice', () => {
  it('reaches the subscribers of its key on every replica, after the commit', async () => {
    await eventually(() => first.connected && second.connected);
    const key = randomUUID();
    const [here, there, other] = [collect(first, key), collect(second, key), collect(second, randomUUID())];
    await test.database.transactAlone(async (tx) => {
      await first.publish(tx, { channel: 'test', key, seq: 7, text: 'text' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(changes([...here, ...there])).toEqual([]);
    });
    const wake = { kind: 'change', key, seq: 7, text: 'text' };
    await eventually(() => changes(here).length === 1 && changes(there).length === 1);
    expect([changes(here), changes(there), changes(other)]).toEqual([[wake], [wake], []]);
  });

  it('is not sent when its transaction is rolled back', async () => {
    const key = randomUUID();
    const wakes = collect(first, key);
    const failed = test.database.transactAlone(async (tx) => {
      await first.publish(tx, { channel: 'test', key, seq: 1 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await publish(first, { channel: 'test', key, seq: 2 });
    await eventually(() => changes(wakes).length > 0);
    expect(changes(wakes)).toMatchObject([{ seq: 2 }]);
  });

  it('reaches the subscribers of its whole channel, until they unsubscribe', async () => {
    const keys: string[] = [];
    const leave = second.subscribeAll('all', (wake) => wake.kind === 'change' && keys.push(wake.key));
    await publish(first, { channel: 'all', key: 'a' });
    await publish(first, { channel: 'all', key: 'b' });
    await eventually(() => keys.length === 2);
    leave();
    leave();
    const later = collect(second, 'later');
    await publish(first, { channel: 'all', key: 'c' });
    await publish(first, { channel: 'test', key: 'later' });
    await eventually(() => changes(later).length === 1);
    expect(keys).toEqual(['a', 'b']);
  });

  it('is refused when it is too long', async () => {
    const text = 'x'.repeat(8_000);
    const long = publish(first, { channel: 'test', key: 'k', text });
    await expect(long).rejects.toBeInstanceOf(RangeError);
  });

  it('reaches the other subscribers when one throws', async () => {
    const key = randomUUID();
    const quiet = createNotifications(test.database, test.url, { ...quietLog(), error: () => undefined });
    quiet.start();
    await eventually(() => quiet.connected);
    quiet.subscribe('test', key, () => {
      throw new Error('a subscriber');
    });
    const wakes = collect(quiet, key);
    await publish(quiet, { channel: 'test', key });
    await eventually(() => changes(wakes).length === 1);
    await quiet.close();
  });
});

describe('five thousand subscribers', () => {
  it('share one connection, and only those of the key are called', async () => {
    const before = first.subscriptions;
    let woken = 0;
    const leave = Array.from({ length: 5_000 }, (_none, i) =>
      first.subscribe('many', String(i), (wake) => {
        if (wake.kind === 'change') woken++;
      }),
    );
    await publish(first, { channel: 'many', key: '4711' });
    await eventually(() => woken > 0);
    expect(woken).toBe(1);
    for (const end of leave) end();
    expect(first.subscriptions).toBe(before);
    if (test.url === undefined) return;
    const { rows } = await test.database.pool.query(
      "select 1 from pg_stat_activity where application_name = 'voiceassist-listen' and datname = current_database()",
    );
    expect(rows.length).toBe(2);
  });
});

describe.skipIf(process.env.TEST_DATABASE_URL === undefined)('a listening connection', () => {
  it('is opened again after a loss and tells its subscribers to read again', async () => {
    await eventually(() => first.connected);
    const key = randomUUID();
    const wakes = collect(first, key);
    await test.database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'voiceassist-listen' and datname = current_database()",
    );
    await eventually(() => wakes.some(({ kind }) => kind === 'resync'));
    await publish(first, { channel: 'test', key, seq: 9 });
    await eventually(() => changes(wakes).length === 1);
  });

  it('is opened in the way that the server takes, without a word', async () => {
    const { lines, notifications } = logged(test.url);
    await eventually(() => notifications.connected);
    await notifications.close();
    expect(lines).toEqual([]);
  });

  it('tells when notices stop to arrive, and when they arrive again', async () => {
    const proxy = await startProxy(test.url ?? '');
    proxy.garble('?');
    const { lines, notifications } = logged(proxy.url);
    await eventually(() => lines.length > 0);
    proxy.garble(undefined);
    await eventually(() => notifications.connected);
    await notifications.close();
    await proxy.close();
    expect(lines).toEqual([
      'warn notices of other replicas do not arrive at the moment',
      'info notices of other replicas arrive again',
    ]);
  });

  it('is retried without a server, and can be closed meanwhile', async () => {
    const nowhere = createNotifications(test.database, 'postgres://nobody@127.0.0.1:9/none', {
      ...quietLog(),
      warn: () => undefined,
    });
    nowhere.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(nowhere.connected).toBe(false);
    await nowhere.close();
  });
});
