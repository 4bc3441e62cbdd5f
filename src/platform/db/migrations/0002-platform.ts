import { type Kysely, sql } from 'kysely';

const TABLES = [
  sql`create table outbox (
    id uuid primary key,
    kind text not null,
    payload jsonb not null,
    attempts integer not null default 0,
    available_at timestamptz not null,
    created_at timestamptz not null,
    last_error text,
    dead_at timestamptz
  )`,
  sql`create table job_runs (
    id uuid primary key,
    name text not null,
    dedupe_key text,
    state text not null check (state in ('queued', 'running', 'retrying', 'succeeded', 'failed')),
    attempt integer not null default 0,
    done bigint not null default 0,
    total bigint,
    message text,
    reason text,
    worker_id uuid,
    lease_until timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    finished_at timestamptz
  )`,
];

const INDEXES = [
  sql`create index outbox_available on outbox (available_at) where dead_at is null`,
  sql`create index outbox_dead on outbox (dead_at) where dead_at is not null`,
  // What asks for the same work takes part in the job that has not begun.
  sql`create unique index job_runs_dedupe_key on job_runs (name, dedupe_key)
      where state = 'queued' and dedupe_key is not null`,
  sql`create index job_runs_lease on job_runs (lease_until) where state = 'running'`,
  sql`create index job_runs_failed on job_runs (finished_at desc, id) where state = 'failed'`,
  sql`create index job_runs_finished on job_runs (finished_at) where finished_at is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await statement.execute(db);
}
