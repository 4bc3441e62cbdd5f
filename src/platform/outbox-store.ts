import { sql } from 'kysely';
import type { Executor } from '#src/platform/db/database.ts';
import { databaseAge, databaseTime } from '#src/platform/db/database-time.ts';

export interface OutboxRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
}

export interface OutboxCounts {
  readonly pending: number;
  readonly dead: number;
  /** Age of the oldest waiting row, in seconds. */
  readonly oldestSeconds: number;
}

/** Rows of `outbox`. */
export class OutboxStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(row: { id: string; kind: string; payload: unknown }): Promise<void> {
    const { id, kind, payload } = row;
    await this.#db
      .insertInto('outbox')
      .values({
        id,
        kind,
        payload: JSON.stringify(payload),
        created_at: databaseTime(),
        available_at: databaseTime(),
      })
      .execute();
  }

  /** Claims rows for the time of the lease; another process claims them afterwards if this one dies. */
  async claim(leaseMs: number, limit: number): Promise<OutboxRow[]> {
    return (
      this.#db
        // A separate list, because as a condition the planner could run it again for each row.
        .with('due', (db) =>
          db
            .selectFrom('outbox')
            .select('outbox.id')
            .where('outbox.dead_at', 'is', null)
            .where('outbox.available_at', '<=', databaseTime())
            .orderBy('outbox.available_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('outbox')
        .from('due')
        .set((eb) => ({ available_at: databaseTime(leaseMs), attempts: eb('outbox.attempts', '+', 1) }))
        .whereRef('outbox.id', '=', 'due.id')
        .returning(['outbox.id', 'outbox.kind', 'outbox.payload', 'outbox.attempts'])
        .execute()
    );
  }

  async remove(row: OutboxRow): Promise<void> {
    await this.#db.deleteFrom('outbox').where('outbox.id', '=', row.id).execute();
  }

  /** Writes only for the attempt that failed: after its lease, another process can have claimed the row. */
  async retryAfter(row: OutboxRow, waitMs: number, error: string): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({ available_at: databaseTime(waitMs), last_error: error })
      .where('outbox.id', '=', row.id)
      .where('outbox.attempts', '=', row.attempts)
      .execute();
  }

  async bury(row: OutboxRow, error: string): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({ dead_at: databaseTime(), last_error: error })
      .where('outbox.id', '=', row.id)
      .where('outbox.attempts', '=', row.attempts)
      .execute();
  }

  /** Resets the attempts of dead rows. Resolves to their number. */
  async revive(): Promise<number> {
    const result = await this.#db
      .updateTable('outbox')
      .set({ dead_at: null, attempts: 0, available_at: databaseTime() })
      .where('outbox.dead_at', 'is not', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  }

  async counts(): Promise<OutboxCounts> {
    const row = await this.#db
      .selectFrom('outbox')
      .select([
        sql<number>`count(*) filter (where dead_at is null)`.as('pending'),
        sql<number>`count(*) filter (where dead_at is not null)`.as('dead'),
        databaseAge(sql`min(created_at) filter (where dead_at is null)`)
          .$castTo<number | null>()
          .as('oldest_ms'),
      ])
      .executeTakeFirstOrThrow();
    return { pending: row.pending, dead: row.dead, oldestSeconds: (row.oldest_ms ?? 0) / 1000 };
  }
}
