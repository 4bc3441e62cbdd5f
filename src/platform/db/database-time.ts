import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '#src/platform/db/database.ts';

/**
 * The time by the clock of the database when it receives the statement, with an offset, and to the millisecond, as
 * JavaScript reads it. Whatever one process stores and another compares goes by this clock: those of replicas differ.
 */
export function databaseTime(offsetMs = 0): RawBuilder<Date> {
  const offset = offsetMs === 0 ? sql`` : sql` + ${offsetMs} * interval '1 millisecond'`;
  return sql<Date>`date_trunc('milliseconds', statement_timestamp()${offset})`;
}

/** Milliseconds since a time in the database, by its clock. */
export function databaseAge(time: RawBuilder<Date>): RawBuilder<number> {
  return sql<number>`(extract(epoch from statement_timestamp() - ${time}) * 1000)::float8`;
}

/** A time that was read from the clock of the database, and goes on from there by the steady clock of this process. */
export class DatabaseMoment {
  readonly #timeMs: number;
  readonly #askedAt: number;

  /** `askedAt` is the `performance.now()` of before the question, so that the moment is never late. */
  constructor(time: Date, askedAt: number) {
    this.#timeMs = time.getTime();
    this.#askedAt = askedAt;
  }

  /** The time of the database now, or later by the time that the question took. */
  nowMs(): number {
    return this.#timeMs + performance.now() - this.#askedAt;
  }
}

export async function readDatabaseTime(db: Executor): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select ${databaseTime()} as now`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The database did not tell its time.');
  return row.now;
}
