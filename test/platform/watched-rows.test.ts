import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WatchedRows } from '#src/platform/watched-rows.ts';
import { quietLog } from '#test/support/test-database.ts';

const EVERY_MS = 5_000;
const DISCONNECTED_EVERY_MS = 500;

/** A table that can be away, and the keys of each look at it. */
class Table {
  readonly states = new Map<string, number>();
  readonly looks: (readonly string[])[] = [];
  connected = true;
  /** Awaited by every read, which fails when it rejects. */
  answer: () => Promise<void> = async () => undefined;

  watched(): WatchedRows<number> {
    return new WatchedRows<number>({
      read: async (keys) => {
        this.looks.push(keys);
        await this.answer();
        return new Map([...this.states].filter(([key]) => keys.includes(key)));
      },
      connected: () => this.connected,
      everyMs: EVERY_MS,
      disconnectedEveryMs: DISCONNECTED_EVERY_MS,
      log: { ...quietLog(), warn: () => undefined },
      name: 'the rows of a test',
    });
  }
}

let table: Table;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  table = new Table();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** Watches a row and keeps what is told of it. */
function note(rows: WatchedRows<number>, key: string) {
  const told: (number | undefined)[] = [];
  const unanswered: unknown[] = [];
  const leave = rows.watch(key, {
    told: (state) => told.push(state),
    unanswered: (cause) => unanswered.push(cause),
  });
  return { told, unanswered, leave };
}

describe('watched rows', () => {
  it('are read together when their watching begins', async () => {
    table.states.set('a', 1).set('b', 2);
    const rows = table.watched();
    const [a, b, gone] = ['a', 'b', 'c'].map((key) => note(rows, key));
    await pass(200);
    expect(table.looks).toEqual([['a', 'b', 'c']]);
    expect([a?.told, b?.told, gone?.told]).toEqual([[1], [2], [undefined]]);
  });

  it('are read one by one after notices, and once for notices that come together', async () => {
    const rows = table.watched();
    const noted = ['a', 'b', 'c'].map((key) => note(rows, key));
    await pass(200);
    table.looks.length = 0;
    table.states.set('b', 7);
    for (const key of ['b', 'b', 'unknown']) rows.look(key);
    await pass(50);
    expect(table.looks).toEqual([['b']]);
    expect(noted.map(({ told }) => told.length)).toEqual([1, 2, 1]);
    expect(noted[1]?.told.at(-1)).toBe(7);
  });

  it('are read again for a notice that comes during a read', async () => {
    const rows = table.watched();
    const { told } = note(rows, 'a');
    await pass(200);
    let answer = (): void => undefined;
    table.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    rows.look('a');
    await pass(50);
    rows.look('a');
    table.answer = async () => undefined;
    answer();
    await pass(50);
    expect([table.looks.length, told.length]).toEqual([3, 3]);
  });

  it('are all read periodically, in evenly spread statements of at most 1,000 rows', async () => {
    const rows = table.watched();
    for (let i = 0; i < 2_500; i++) rows.watch(String(i), { told: () => undefined });
    await pass(400);
    table.looks.length = 0;
    const spans: number[] = [];
    for (let step = 0; step < (4 * EVERY_MS) / 250; step++) {
      const before = table.looks.length;
      await pass(250);
      spans.push(table.looks.length - before);
    }
    expect(Math.max(...table.looks.map((keys) => keys.length))).toBeLessThanOrEqual(1_000);
    expect(Math.max(...spans)).toBe(1);
    const counts = new Map<string, number>();
    for (const key of table.looks.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
    expect([counts.size, Math.min(...counts.values()) >= 3]).toEqual([2_500, true]);
    expect(table.looks.length).toBeLessThanOrEqual(20);
  });

  it('are read more often while notices are disconnected', async () => {
    const rows = table.watched();
    note(rows, 'a');
    await pass(400);
    table.looks.length = 0;
    table.connected = false;
    await pass(3_000);
    const disconnected = table.looks.length;
    table.connected = true;
    table.looks.length = 0;
    await pass(3_000);
    expect([disconnected >= 5, table.looks.length <= 1]).toEqual([true, true]);
  });

  it('cost nothing when nobody watches them any more', async () => {
    const rows = table.watched();
    const [first, second] = [note(rows, 'a'), note(rows, 'a')];
    await pass(200);
    first.leave();
    rows.look('a');
    await pass(50);
    expect([first.told.length, second.told.length]).toEqual([1, 2]);
    second.leave();
    second.leave();
    table.looks.length = 0;
    rows.look('a');
    await pass(60_000);
    expect([table.looks.length, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('watched rows that cannot be read', () => {
  const away = new Error('away');

  it('are read again, and reported when that succeeds', async () => {
    const rows = table.watched();
    table.answer = () => Promise.reject(away);
    const { told, unanswered } = note(rows, 'a');
    await pass(1_000);
    table.answer = async () => undefined;
    await pass(300);
    expect([told.length, unanswered.length]).toEqual([1, 0]);
  });

  it('are reported as failed within a second after a notice, with the error', async () => {
    const rows = table.watched();
    const { unanswered } = note(rows, 'a');
    await pass(200);
    table.answer = () => Promise.reject(away);
    rows.look('a');
    await pass(1_100);
    expect(unanswered[0]).toBe(away);
  });

  it('are reported as failed within a second while notices are disconnected, also when a read never ends', async () => {
    const rows = table.watched();
    const { unanswered } = note(rows, 'a');
    await pass(200);
    table.answer = () => new Promise(() => undefined);
    table.connected = false;
    await pass(1_800);
    expect(unanswered.length).toBeGreaterThan(0);
  });

  it('are reported as failed only after a while without a notice', async () => {
    const rows = table.watched();
    const { unanswered } = note(rows, 'a');
    await pass(200);
    table.answer = () => Promise.reject(away);
    await pass(EVERY_MS + 2_000);
    expect(unanswered).toEqual([]);
    await pass(5_000);
    expect(unanswered.length).toBeGreaterThan(0);
  });
});
