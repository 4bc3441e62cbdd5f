import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AbortedTransactionError } from '#src/platform/db/checked-connection.ts';
import { type Database, EscapedTransactionError, type Executor } from '#src/platform/db/database.ts';
import {
  DatabaseUnavailableError,
  isUniqueViolation,
  translateDatabaseError,
} from '#src/platform/db/errors.ts';
import { migrate } from '#src/platform/db/migrate.ts';
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

async function exists(id: string): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('users')
    .select('users.id')
    .where('users.id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

describe('a transaction', () => {
  it('is undone as a whole when its work throws', async () => {
    let id = '';
    const failed = db.transact(async (tx) => {
      id = await insertUser(tx);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await exists(id)).toBe(false);
  });

  it('refuses a statement that is sent around it', async () => {
    const escaped = db.transact(async () => db.ping());
    await expect(escaped).rejects.toBeInstanceOf(EscapedTransactionError);
    await db.ping();
  });

  it('lets its executor do nothing after its end', async () => {
    let leaked: Executor | undefined;
    await db.transact(async (tx) => {
      leaked = tx;
    });
    await expect(insertUser(leaked as Executor)).rejects.toThrow('already committed');
  });

  it('takes in the transactions that its work opens', async () => {
    let id = '';
    const failed = db.transact(async () => {
      id = await db.transact((tx) => insertUser(tx));
      throw new Error('outer');
    });
    await expect(failed).rejects.toThrow('outer');
    expect(await exists(id)).toBe(false);
  });

  it('does not pass for done when the error of a statement was swallowed', async () => {
    let id = '';
    const swallowed = db.transact(async (tx) => {
      id = await insertUser(tx);
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowed).rejects.toBeInstanceOf(AbortedTransactionError);
    expect(await exists(id)).toBe(false);
  });

  it('is tried again when PostgreSQL gives it up, and not more than five times', async () => {
    let attempts = 0;
    const serialization = Object.assign(new Error('could not serialize'), { code: '40001' });
    const done = await db.transact(async () => {
      attempts++;
      if (attempts < 3) throw serialization;
      return 'done';
    });
    expect([done, attempts]).toEqual(['done', 3]);
    attempts = 0;
    const never = db.transact(async () => {
      attempts++;
      throw serialization;
    });
    await expect(never).rejects.toBe(serialization);
    expect(attempts).toBe(5);
  });

  it('gives the connection back, so that as many as one likes can follow', async () => {
    for (let i = 0; i < 30; i++) await db.transact(async (tx) => insertUser(tx)).catch(() => undefined);
    await Promise.all(Array.from({ length: 30 }, () => db.transact((tx) => insertUser(tx))));
  });
});

describe('the schema', () => {
  it('is brought up to date once, also by several starters at a time', async () => {
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

  it('names a violated unique constraint', async () => {
    const email = `${randomUUID()}@example.org`;
    await insertUser(db.kysely, email);
    const second = await insertUser(db.kysely, email).catch((error: unknown) => error);
    expect(isUniqueViolation(second, 'users_email_lower_key')).toBe(true);
    expect(isUniqueViolation(second, 'another')).toBe(false);
  });
});

describe('a lost connection', () => {
  it.skipIf(process.env.TEST_DATABASE_URL === undefined)(
    'fails the transaction on it and leaves the process and the pool at work',
    async () => {
      const lost = db.transact(async (tx) => {
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

  it('is told apart from a fault of a statement', async () => {
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
