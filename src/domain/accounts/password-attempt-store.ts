import { sql } from 'kysely';
import type { Executor } from '#src/platform/db/database.ts';
import { databaseTime, readDatabaseTime } from '#src/platform/db/database-time.ts';

/** Failures counted under one key. */
export interface AttemptCount {
  readonly key: Buffer;
  readonly failures: number;
  readonly blockedUntil: Date | undefined;
  readonly forgetAt: Date;
}

const MAX_SWEPT = 100;

/** Rows of `password_attempts`. */
export class PasswordAttemptStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /**
   * The locked counts of the keys, and the time at which they were read; missing ones are created. Every caller must
   * sort its keys in the same order.
   */
  async lock(keys: readonly Buffer[]): Promise<{ counts: AttemptCount[]; now: Date }> {
    await this.#db
      .insertInto('password_attempts')
      .values(keys.map((key) => ({ key, failures: 0, forget_at: databaseTime() })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = await this.#db
      .selectFrom('password_attempts')
      .select([
        'password_attempts.key',
        'password_attempts.failures',
        'password_attempts.blocked_until',
        'password_attempts.forget_at',
      ])
      .where('password_attempts.key', 'in', [...keys])
      .orderBy('password_attempts.key')
      .forUpdate()
      .execute();
    const counts = rows.map((row) => ({
      key: row.key,
      failures: row.failures,
      blockedUntil: row.blocked_until ?? undefined,
      forgetAt: row.forget_at,
    }));
    // Asked for when the rows are held, since that may have taken a while.
    return { counts, now: await readDatabaseTime(this.#db) };
  }

  /** Stores counts of locked rows. */
  async update(counts: readonly AttemptCount[]): Promise<void> {
    await this.#db
      .insertInto('password_attempts')
      .values(
        counts.map((count) => ({
          key: count.key,
          failures: count.failures,
          blocked_until: count.blockedUntil ?? null,
          forget_at: count.forgetAt,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          failures: sql`excluded.failures`,
          blocked_until: sql`excluded.blocked_until`,
          forget_at: sql`excluded.forget_at`,
        }),
      )
      .execute();
  }

  /** Deletes some expired counts, without waiting for locked ones. */
  async deleteForgotten(): Promise<void> {
    await this.#db
      .deleteFrom('password_attempts')
      .where('password_attempts.key', 'in', (eb) =>
        eb
          .selectFrom('password_attempts as old')
          .select('old.key')
          .where('old.forget_at', '<', databaseTime())
          .limit(MAX_SWEPT)
          .forUpdate()
          .skipLocked(),
      )
      .execute();
  }
}
