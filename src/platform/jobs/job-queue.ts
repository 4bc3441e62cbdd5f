import { CompiledQuery, sql } from 'kysely';
import type PgBoss from 'pg-boss';
import type { Database, Executor } from '#src/platform/db/database.ts';
import type { JobDefinition } from '#src/platform/jobs/job.ts';
import type { Log } from '#src/platform/log.ts';

export interface TakenJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly attempt: number;
}

/** Schema version of the installed pg-boss; a test compares it with the package. */
export const QUEUE_SCHEMA_VERSION = 24;
const SCHEMA = 'pgboss';
/** Number of the advisory lock under which queues are created. */
const QUEUES_LOCK = 7_102_114;
const KEEP_WAITING_DAYS = 365;
const KEEP_FAILED_SECONDS = 30 * 24 * 3_600;
/** The worker ends a run that takes too long; pg-boss does so when no worker is left. */
const EXPIRE_MARGIN_SECONDS = 120;
const MAX_EXPIRE_SECONDS = 23 * 3_600;

/**
 * The queue of pg-boss, in the gateway's own database and on its own connections. Only its tables and statements are
 * used: its worker does not wait until the end of a job is written, and the loss of the database at that moment would
 * end the process.
 */
export class JobQueue {
  readonly #db: Database;
  readonly #log: Log;
  #boss: Promise<PgBoss> | undefined;
  #supervised: PgBoss | undefined;

  constructor(db: Database, log: Log) {
    this.#db = db;
    this.#log = log;
  }

  /** Creates missing tables and queues. When they exist, that takes two small statements. */
  async prepare(names: readonly string[]): Promise<void> {
    const missing = await missingQueues(this.#db.kysely, names);
    // Loading pg-boss takes a tenth of a second, which a start with existing tables saves.
    if (missing?.length === 0) return;
    if (missing === undefined) await (await this.#create({ migrate: true, supervise: false })).start();
    await this.#db.transactAlone(async (tx) => {
      // Replicas that create queues at the same time could deadlock, so they wait here for as long as it takes.
      await sql`set local lock_timeout = 0`.execute(tx);
      await sql`select pg_advisory_xact_lock(${QUEUES_LOCK})`.execute(tx);
      const boss = await this.#create({ migrate: false, supervise: false, db: executorOf(tx) });
      for (const name of (await missingQueues(tx, names)) ?? []) await boss.createQueue(name);
    });
  }

  async send(
    tx: Executor,
    job: JobDefinition,
    { id, payload, startAfter }: { id: string; payload: object; startAfter: Date | undefined },
  ): Promise<void> {
    const boss = await this.#get();
    const sent = await boss.send(job.name, payload, {
      id,
      db: executorOf(tx),
      retryLimit: job.retryLimit,
      retryDelay: job.backoffSeconds,
      retryBackoff: true,
      expireInSeconds: Math.min(job.expireSeconds + EXPIRE_MARGIN_SECONDS, MAX_EXPIRE_SECONDS),
      ...(startAfter === undefined ? {} : { startAfter }),
    });
    if (sent === null) throw new Error(`There is no queue for the job ${job.name}.`);
  }

  /** Returns those of the names that have a job to run now. */
  async due(names: readonly string[]): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      select distinct name from ${sql.ref(`${SCHEMA}.job`)}
      where name = any(${names}) and state < 'active' and start_after < now()`.execute(this.#db.kysely);
    return rows.map(({ name }) => name);
  }

  async take(tx: Executor, name: string, limit: number): Promise<TakenJob[]> {
    const boss = await this.#get();
    const jobs = await boss.fetch(name, { db: executorOf(tx), batchSize: limit, includeMetadata: true });
    return jobs.map((job) => ({ id: job.id, name, payload: job.data, attempt: job.retryCount + 1 }));
  }

  async complete(tx: Executor, job: { name: string; id: string }): Promise<void> {
    const boss = await this.#get();
    await boss.complete(job.name, job.id, {}, { db: executorOf(tx) });
  }

  /** Resolves to true when the job will run again. */
  async fail(
    tx: Executor,
    job: { name: string; id: string },
    { reason, permanent }: { reason: string; permanent: boolean },
  ): Promise<'retrying' | 'failed'> {
    const boss = await this.#get();
    const options = { db: executorOf(tx) };
    if (permanent) {
      await sql`update ${sql.ref(`${SCHEMA}.job`)} set retry_limit = retry_count
        where name = ${job.name} and id = ${job.id}`.execute(tx);
    }
    await boss.fail(job.name, job.id, { message: reason }, options);
    const row = await boss.getJobById(job.name, job.id, { ...options, includeArchive: false });
    return row?.state === 'failed' || row === null ? 'failed' : 'retrying';
  }

  /** False when the job is not known as failed any more. */
  async retry(tx: Executor, job: { name: string; id: string }): Promise<boolean> {
    const boss = await this.#get();
    const options = { db: executorOf(tx), includeArchive: false };
    const row = await boss.getJobById(job.name, job.id, options);
    if (row?.state !== 'failed') return false;
    await boss.retry(job.name, job.id, options);
    return true;
  }

  /** Archives finished jobs, unless it is already doing so. */
  async supervise(): Promise<void> {
    if (this.#supervised !== undefined) return;
    const boss = await this.#create({ migrate: false, supervise: true });
    await boss.start();
    this.#supervised = boss;
  }

  async stop(): Promise<void> {
    await this.#supervised?.stop({ graceful: false });
  }

  #get(): Promise<PgBoss> {
    this.#boss ??= this.#create({ migrate: false, supervise: false });
    return this.#boss;
  }

  async #create(options: { migrate: boolean; supervise: boolean; db?: PgBoss.Db }): Promise<PgBoss> {
    const { default: Boss } = await import('pg-boss');
    const boss = new Boss({
      db: { executeSql: (text, values) => this.#execute(text, values) },
      ...options,
      schema: SCHEMA,
      schedule: false,
      retentionDays: KEEP_WAITING_DAYS,
      archiveFailedAfterSeconds: KEEP_FAILED_SECONDS,
    });
    boss.on('error', (error) => this.#log.warn({ err: error }, 'the upkeep of the job queue failed'));
    return boss;
  }

  async #execute(text: string, values: unknown[] | undefined): Promise<{ rows: unknown[] }> {
    if (!/^\s*BEGIN\b/.test(text)) return executorOf(this.#db.kysely).executeSql(text, values ?? []);
    await this.#db.runScript(text);
    return { rows: [] };
  }
}

/** Undefined when the tables are missing or outdated. */
async function missingQueues(db: Executor, names: readonly string[]): Promise<readonly string[] | undefined> {
  const found = await sql<{
    found: string | null;
  }>`select to_regclass(${`${SCHEMA}.version`})::text as found`.execute(db);
  if (found.rows[0]?.found == null) return undefined;
  const state = await sql<{ version: number; queues: string[] }>`
    select version, array(select name from ${sql.ref(`${SCHEMA}.queue`)}) as queues
    from ${sql.ref(`${SCHEMA}.version`)}`.execute(db);
  const [row] = state.rows;
  if (row === undefined || row.version < QUEUE_SCHEMA_VERSION) return undefined;
  return names.filter((name) => !row.queues.includes(name));
}

function executorOf(db: Executor): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []));
      return { rows };
    },
  };
}
