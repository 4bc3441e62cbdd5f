import { type Selectable, sql } from 'kysely';
import type { Executor } from '#src/platform/db/database.ts';
import { databaseAge, databaseTime } from '#src/platform/db/database-time.ts';
import type { JobRunsTable } from '#src/platform/db/schema.gen.ts';
import type { JobState, JobStatus, Progress } from '#src/platform/jobs/job.ts';

export interface NewRun {
  readonly id: string;
  readonly name: string;
  readonly key: string | undefined;
}

/** Identifies a run of a job: a run that lost its lease must not overwrite the next one. */
export interface RunTicket {
  readonly id: string;
  readonly runId: string;
}

export interface LostRun {
  readonly id: string;
  readonly name: string;
}

export interface JobCounts {
  readonly queued: number;
  readonly failed: number;
  readonly oldestQueuedSeconds: number;
}

function toStatus(row: Selectable<JobRunsTable>): JobStatus {
  return {
    id: row.id,
    name: row.name,
    state: row.state as JobState,
    attempt: row.attempt,
    done: row.done,
    total: row.total ?? undefined,
    message: row.message ?? undefined,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at ?? undefined,
  };
}

/** Rows of `job_runs`: the state of each job. */
export class JobRunStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /**
   * Resolves to the id of the inserted job, or of a queued one with the same key. That one is locked until the end of
   * the transaction, so that it cannot begin before the caller's change is visible.
   */
  async insert(run: NewRun): Promise<string | undefined> {
    const row = await this.#db
      .insertInto('job_runs')
      .values({
        id: run.id,
        name: run.name,
        dedupe_key: run.key ?? null,
        state: 'queued',
        created_at: databaseTime(),
        updated_at: databaseTime(),
      })
      .onConflict((conflict) =>
        run.key === undefined
          ? conflict.column('id').doNothing()
          : conflict
              .columns(['name', 'dedupe_key'])
              .where(sql<boolean>`state = 'queued' and dedupe_key is not null`)
              .doUpdateSet({ updated_at: databaseTime() }),
      )
      .returning('job_runs.id')
      .executeTakeFirst();
    return row?.id;
  }

  async find(id: string): Promise<JobStatus | undefined> {
    const row = await this.#db
      .selectFrom('job_runs')
      .selectAll()
      .where('job_runs.id', '=', id)
      .executeTakeFirst();
    return row === undefined ? undefined : toStatus(row);
  }

  async listFailed(limit: number): Promise<JobStatus[]> {
    const rows = await this.#db
      .selectFrom('job_runs')
      .selectAll()
      .where('job_runs.state', '=', 'failed')
      .orderBy('job_runs.finished_at', 'desc')
      .orderBy('job_runs.id')
      .limit(limit)
      .execute();
    return rows.map(toStatus);
  }

  async begin(ticket: RunTicket, attempt: number, leaseMs: number): Promise<void> {
    await this.#db
      .updateTable('job_runs')
      .set({
        state: 'running',
        attempt,
        worker_id: ticket.runId,
        lease_until: databaseTime(leaseMs),
        updated_at: databaseTime(),
        finished_at: null,
      })
      .where('job_runs.id', '=', ticket.id)
      .execute();
  }

  /** False when the run has lost its job. */
  async renew(ticket: RunTicket, leaseMs: number): Promise<boolean> {
    const result = await this.#db
      .updateTable('job_runs')
      .set({ lease_until: databaseTime(leaseMs) })
      .where('job_runs.id', '=', ticket.id)
      .where('job_runs.worker_id', '=', ticket.runId)
      .where('job_runs.state', '=', 'running')
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async note(ticket: RunTicket, progress: Progress): Promise<void> {
    await this.#db
      .updateTable('job_runs')
      .set({ ...progress, updated_at: databaseTime() })
      .where('job_runs.id', '=', ticket.id)
      .where('job_runs.worker_id', '=', ticket.runId)
      .execute();
  }

  /** False when the run has lost its job. */
  async end(ticket: RunTicket, end: { state: JobState; reason: string | undefined }): Promise<boolean> {
    const over = end.state === 'succeeded' || end.state === 'failed';
    const result = await this.#db
      .updateTable('job_runs')
      .set({
        state: end.state,
        reason: end.reason ?? null,
        worker_id: null,
        lease_until: null,
        updated_at: databaseTime(),
        finished_at: over ? databaseTime() : null,
      })
      .where('job_runs.id', '=', ticket.id)
      .where('job_runs.worker_id', '=', ticket.runId)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Runs whose lease has expired, locked for the transaction. */
  async lockLost(limit: number): Promise<(LostRun & RunTicket)[]> {
    const rows = await this.#db
      .selectFrom('job_runs')
      .select(['job_runs.id', 'job_runs.name', 'job_runs.worker_id'])
      .where('job_runs.state', '=', 'running')
      .where('job_runs.lease_until', '<', databaseTime())
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    return rows.map(({ id, name, worker_id }) => ({ id, name, runId: worker_id ?? '' }));
  }

  async requeue(id: string): Promise<void> {
    await this.#db
      .updateTable('job_runs')
      .set({ state: 'retrying', finished_at: null, updated_at: databaseTime() })
      .where('job_runs.id', '=', id)
      .execute();
  }

  async deleteFinished(state: 'succeeded' | 'failed', agoMs: number, limit: number): Promise<number> {
    const result = await this.#db
      .deleteFrom('job_runs')
      .where('job_runs.id', 'in', (eb) =>
        eb
          .selectFrom('job_runs as old')
          .select('old.id')
          .where('old.state', '=', state)
          .where('old.finished_at', '<', databaseTime(-agoMs))
          .limit(limit),
      )
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  }

  async counts(): Promise<JobCounts> {
    const row = await this.#db
      .selectFrom('job_runs')
      .select([
        sql<number>`count(*) filter (where state = 'queued')`.as('queued'),
        sql<number>`count(*) filter (where state = 'failed')`.as('failed'),
        databaseAge(sql`min(created_at) filter (where state = 'queued')`)
          .$castTo<number | null>()
          .as('oldest_ms'),
      ])
      .where('job_runs.state', 'in', ['queued', 'failed'])
      .executeTakeFirstOrThrow();
    return { queued: row.queued, failed: row.failed, oldestQueuedSeconds: (row.oldest_ms ?? 0) / 1000 };
  }
}
