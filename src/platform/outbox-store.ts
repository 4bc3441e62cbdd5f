import { sql } from 'kysely';
import type { Executor } from '#src/platform/db/database.ts';

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

  async insert(row: { id: string; kind: string; payload: unknown; at: Date }): Promise<void> {
    const { id, kind, payload, at } = row;
    await this.#db
      .insertInto('outbox')
      .values({ id, kind, payload: JSON.stringify(payload), created_at: at, available_at: at })
      .execute();
  }

  /** Claims rows for the time of the lease; another process claims them afterwards if this one dies. */
  async claim(now: Date, leaseUntil: Date, limit: number): Promise<OutboxRow[]> {
    return (
      this.#db
        // A separate list, because as a condition the planner could run it again for each row.
        .with('due', (db) =>
          db
            .selectFrom('outbox')
            .select('outbox.id')
            .where('outbox.dead_at', 'is', null)
            .where('outbox.available_at', '<=', now)
            .orderBy('outbox.available_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('outbox')
        .from('due')
        .set((eb) => ({ available_at: leaseUntil, attempts: eb('outbox.attempts', '+', 1) }))
        .whereRef('outbox.id', '=', 'due.id')
        .returning(['outbox.id', 'outbox.kind', 'outbox.payload', 'outbox.attempts'])
        .execute()
    );
  }

  async remove(row: OutboxRow): Promise<void> {
    await this.#db.deleteFrom('outbox').where('outbox.id', '=', row.id).execute();
  }

  /** Writes only for the attempt that failed: after its lease, another process can have claimed the row. */
  async retryAt(row: OutboxRow, at: Date, error: string): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({ available_at: at, last_error: error })
      .where('outbox.id', '=', row.id)
      .where('outbox.attempts', '=', row.attempts)
      .execute();
  }

  async bury(row: OutboxRow, at: Date, error: string): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({ dead_at: at, last_error: error })
      .where('outbox.id', '=', row.id)
      .where('outbox.attempts', '=', row.attempts)
      .execute();
  }

  /** Resets the attempts of dead rows. Resolves to their number. */
  async revive(at: Date): Promise<number> {
    const result = await this.#db
      .updateTable('outbox')
      .set({ dead_at: null, attempts: 0, available_at: at })
      .where('outbox.dead_at', 'is not', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  }

  async counts(now: Date): Promise<OutboxCounts> {
    const row = await this.#db
      .selectFrom('outbox')
      .select([
        sql<number>`count(*) filter (where dead_at is null)`.as('pending'),
        sql<number>`count(*) filter (where dead_at is not null)`.as('dead'),
        sql<Date | null>`min(created_at) filter (where dead_at is null)`.as('oldest'),
      ])
      .executeTakeFirstOrThrow();
    const oldestMs = row.oldest === null ? 0 : now.getTime() - row.oldest.getTime();
    return { pending: row.pending, dead: row.dead, oldestSeconds: Math.max(0, oldestMs / 1000) };
  }
}
