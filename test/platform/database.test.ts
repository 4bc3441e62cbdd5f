import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AbortedTransactionError } from '#src/platform/db/checked-connection.ts';
import { type Database, EscapedTransactionError, type Executor } from '#src/platform/db/database.ts';
import {
  DatabaseBusyError,
  DatabaseUnavailableError,
  isUniqueViolation,
  translateDatabaseError,
} from '#src/platform/db/errors.ts';
import { migrate } from '#src/platform/db/migrate.ts';
import { slotsOf } from '#src/platform/db/transaction-slots.ts';
import {
  openEmptyDatabase,
  openTestDatabase,
  quietLog,
  type TestDatabase,
} from '#test/support/test-database.ts';

let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await openTestDatabase();
  db = test.database;
});

afterAll(() => test.close());

async function insertUser(tx: Executor, email: string = `${randomUUID()}@example.org`): Promise<string> {
  const id = randomUUID();
  const at = new Date();
  await tx
    .insertInto('users')
    .values({
      id,
      email,
      email_lower: email,
      password_hash: 'x',
      role: 'user',
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

async function exists(id: string, on: Executor = db.kysely): Promise<boolean> {
  const row = await on.selectFrom('users').select('users.id').where('users.id', '=', id).executeTakeFirst();
  return row !== undefined;
}

describe('a transaction', () => {
  it('is rolled back when its work throws', async () => {
    let id = '';
    const failed = db.transactAlone(async (tx) => {
      id = await insertUser(tx);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await exists(id)).toBe(false);
  });

  it('refuses a statement that is sent outside its executor', async () => {
    const escaped = db.transactAlone(async () => db.ping());
    await expect(escaped).rejects.toBeInstanceOf(EscapedTransactionError);
    await db.ping();
  });

  it('refuses statements through its executor after its end', async () => {
    let leaked: Executor | undefined;
    await db.transactAlone(async (tx) => {
      leaked = tx;
    });
    await expect(insertUser(leaked as Executor)).rejects.toThrow('already committed');
  });

  it('contains the transactions that join it', async () => {
    let id = '';
    const failed = db.transactAlone(async (tx) => {
      id = await db.transact({ tx, action: undefined }, (inner) => insertUser(inner));
      throw new Error('outer');
    });
    await expect(failed).rejects.toThrow('outer');
    expect(await exists(id)).toBe(false);
  });

  it('refuses a second one inside it that does not join', async () => {
    const beside = db.transactAlone(async () => db.transactAlone((tx) => insertUser(tx)));
    await expect(beside).rejects.toBeInstanceOf(EscapedTransactionError);
  });

  it('calls back after its commit, also for those that joined it, and never after a rollback', async () => {
    const told: string[] = [];
    const work = (fails: boolean) =>
      db.transactAlone(async (tx) => {
        tx.afterCommit(() => told.push('outer'));
        await db.transact({ tx, action: undefined }, async (inner) => {
          inner.afterCommit(() => told.push('inner'));
        });
        expect(told).toEqual([]);
        if (fails) throw new Error('no');
        return tx;
      });
    await expect(work(true)).rejects.toThrow('no');
    expect(told).toEqual([]);
    const over = await work(false);
    expect(told).toEqual(['outer', 'inner']);
    expect(() => over.afterCommit(() => undefined)).toThrow('over');
  });

  it('asks its action once before its commit, and tells it the outcome', async () => {
    const seen: unknown[] = [];
    const action = {
      async beforeCommit(tx: Executor) {
        seen.push(await exists(id, tx));
        return (committed: boolean) => seen.push(committed);
      },
    };
    let id = '';
    const kept = { tx: undefined, action };
    await db.transact(kept, async (tx) => {
      await db.transact({ ...kept, tx }, async (inner) => {
        id = await insertUser(inner);
      });
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([true, true]);
    const swallowed = db.transact(kept, async (tx) => {
      await db.transact({ ...kept, tx }, (inner) => insertUser(inner));
      throw new Error('no');
    });
    await expect(swallowed).rejects.toThrow('no');
    expect(seen).toEqual([true, true]);
  });

  it('throws when its work swallowed the error of a statement', async () => {
    let id = '';
    const swallowed = db.transactAlone(async (tx) => {
      id = await insertUser(tx);
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowed).rejects.toBeInstanceOf(AbortedTransactionError);
    expect(await exists(id)).toBe(false);
  });

  it('is repeated after a serialization failure, at most five times in all', async () => {
    let attempts = 0;
    const serialization = Object.assign(new Error('could not serialize'), { code: '40001' });
    const done = await db.transactAlone(async () => {
      attempts++;
      if (attempts < 3) throw serialization;
      return 'done';
    });
    expect([done, attempts]).toEqual(['done', 3]);
    attempts = 0;
    const never = db.transactAlone(async () => {
      attempts++;
      throw serialization;
    });
    await expect(never).rejects.toBe(serialization);
    expect(attempts).toBe(5);
  });

  it('returns its connection to the pool', async () => {
    for (let i = 0; i < 30; i++) await db.transactAlone(async (tx) => insertUser(tx)).catch(() => undefined);
    await Promise.all(Array.from({ length: 30 }, () => db.transactAlone((tx) => insertUser(tx))));
  });
});

describe('the slots for transactions', () => {
  /** Opens as many transactions as there are slots, until the function is called. */
  async function takeAll(): Promise<() => Promise<void>> {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const open = Array.from({ length: slotsOf(db.pool.options.max) }, () => db.transactAlone(() => held));
    await sleep(50);
    return async () => {
      goOn();
      await Promise.all(open);
    };
  }

  it.each([
    [1, 1],
    [2, 1],
    [4, 2],
    [8, 6],
    [10, 7],
    [100, 75],
  ])('of %i connections are %i, so that some are left for reads and probes', (connections, slots) => {
    expect(slotsOf(connections)).toBe(slots);
  });

  it('limit the number of parallel transactions', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 40 }, () =>
        db.transactAlone(async (tx) => {
          most = Math.max(most, ++inside);
          await sql`select 1`.execute(tx);
          inside--;
        }),
      ),
    );
    expect(most).toBeLessThanOrEqual(slotsOf(db.pool.options.max));
  });

  it('are not taken again by a nested transaction', async () => {
    await Promise.all(
      Array.from({ length: 30 }, () =>
        db.transactAlone((tx) =>
          db.transact({ tx, action: undefined }, (same) => sql`select 1`.execute(same).then(() => undefined)),
        ),
      ),
    );
    expect(db.waitingTransactions).toBe(0);
  });

  it('are not waited for by a transaction that escapes the one around it', async () => {
    const escaped = await Promise.allSettled(
      Array.from({ length: slotsOf(db.pool.options.max) }, () =>
        db.transactAlone(async () => {
          await sleep(50);
          await db.transactAlone((tx) => sql`select 1`.execute(tx));
        }),
      ),
    );
    for (const each of escaped) expect(each).toMatchObject({ reason: expect.any(EscapedTransactionError) });
  });

  it('are released by work that fails', async () => {
    await Promise.all(
      Array.from({ length: 30 }, () =>
        db.transactAlone(() => Promise.reject(new Error('no'))).catch(() => undefined),
      ),
    );
    await db.transactAlone((tx) => sql`select 1`.execute(tx));
  });

  it.skipIf(process.env.TEST_DATABASE_URL === undefined)('are not needed for reads', async () => {
    const goOn = await takeAll();
    await db.ping();
    await sql`select 1`.execute(db.kysely);
    await goOn();
  });

  it('are not kept for a caller that has left', async () => {
    const goOn = await takeAll();
    const leaving = new AbortController();
    const late = db.transact({ tx: undefined, action: undefined, signal: leaving.signal }, (tx) =>
      sql`select 1`.execute(tx),
    );
    late.catch(() => undefined);
    await expect.poll(() => db.waitingTransactions).toBe(1);
    leaving.abort(new Error('nobody waits'));
    await expect(late).rejects.toThrow('nobody waits');
    expect(db.waitingTransactions).toBe(0);
    await goOn();
  });
});

describe('an error of the database', () => {
  it.each([
    ['55P03', DatabaseBusyError],
    ['40001', DatabaseBusyError],
    ['40P01', DatabaseBusyError],
    ['57014', DatabaseUnavailableError],
    ['25P03', DatabaseUnavailableError],
    ['53300', DatabaseUnavailableError],
  ])('%s is retryable', (code, type) => {
    const error = translateDatabaseError(Object.assign(new Error('x'), { code }));
    expect(error).toBeInstanceOf(type);
    expect((error as DatabaseUnavailableError).retryAfterSeconds).toBeGreaterThan(0);
  });
});

describe('the database schema', () => {
  it('is migrated once by several processes that start together', async () => {
    const fresh = await openEmptyDatabase();
    try {
      await Promise.all([migrate(fresh.first, quietLog()), migrate(fresh.second, quietLog())]);
      const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(
        fresh.first.kysely,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    } finally {
      await fresh.close();
    }
  });

  it('reports the name of a violated unique constraint', async () => {
    const email = `${randomUUID()}@example.org`;
    await insertUser(db.kysely, email);
    const second = await insertUser(db.kysely, email).catch((error: unknown) => error);
    expect(isUniqueViolation(second, 'users_email_lower_key')).toBe(true);
    expect(isUniqueViolation(second, 'another')).toBe(false);
  });
});

describe('a lost connection', () => {
  it.skipIf(process.env.TEST_DATABASE_URL === undefined)(
    'fails its transaction and leaves the process and the pool working',
    async () => {
      const lost = db.transactAlone(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        await db.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        await sleep(100);
        await insertUser(tx);
      });
      const error = await lost.catch((thrown: unknown) => thrown);
      expect(translateDatabaseError(error)).toBeInstanceOf(DatabaseUnavailableError);
      await db.ping();
    },
  );

  it('is distinguished from the error of a statement', async () => {
    expect(translateDatabaseError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBeInstanceOf(
      DatabaseUnavailableError,
    );
    expect(translateDatabaseError(Object.assign(new Error('x'), { code: '57P01' }))).toBeInstanceOf(
      DatabaseUnavailableError,
    );
    const fault = Object.assign(new Error('syntax'), { code: '42601' });
    expect(translateDatabaseError(fault)).toBe(fault);
  });
});
