import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from '#src/platform/db/database.ts';
import { readDatabaseTime } from '#src/platform/db/database-time.ts';
import { asLogged } from '#src/platform/db/errors.ts';
import { type Deadline, withDeadline } from '#src/platform/deadline.ts';
import { type JobRun, PermanentJobError, type Schedule } from '#src/platform/jobs/job.ts';
import type { JobQueue, TakenJob } from '#src/platform/jobs/job-queue.ts';
import {
  type JobCounts,
  JobRunStore,
  type LostRun,
  type RunTicket,
} from '#src/platform/jobs/job-run-store.ts';
import {
  JOB_CHANNEL,
  JOBS_CHANNEL,
  type JobsParts,
  type RegisteredJob,
} from '#src/platform/jobs/jobs-parts.ts';
import { currentSlot } from '#src/platform/jobs/schedule.ts';
import type { Timer } from '#src/platform/metrics.ts';
import { WakeLoop } from '#src/platform/wake-loop.ts';

/** The state of a job whose run failed; `lost` when another process has it by now. */
type FailedRun = 'retrying' | 'failed' | 'lost';

export interface JobWorkerParts extends JobsParts {
  readonly queue: JobQueue;
  readonly registered: ReadonlyMap<string, RegisteredJob>;
  readonly schedules: readonly Schedule[];
  enqueueSlot(name: string, slot: Date): Promise<void>;
}

const POLL_MS = 5_000;
const UPKEEP_MS = 10_000;
const LEASE_MS = 30_000;
const RENEWALS_PER_LEASE = 4;
const LOST_AT_ONCE = 20;
const COUNT_EVERY_MS = 15_000;
const MAX_REASON_LETTERS = 500;
/** Time for aborted runs to end and to be given back. */
const LAST_MS = 2_000;

/** Claims jobs up to the limits of their concurrency, runs them, and finds those whose process died. */
export class JobWorker {
  readonly #parts: JobWorkerParts;
  readonly #jobs: WakeLoop;
  readonly #upkeep: WakeLoop;
  readonly #running = new Map<string, Set<Promise<void>>>();
  readonly #stopping = new AbortController();
  readonly #time: Timer;
  readonly #leaseMs: number;
  #counts: JobCounts = { queued: 0, failed: 0, oldestQueuedSeconds: 0 };
  #countedAt = Number.NEGATIVE_INFINITY;
  #unsubscribe: (() => void) | undefined;

  constructor(parts: JobWorkerParts) {
    this.#parts = parts;
    const { log, metrics, leaseMs = LEASE_MS, pollMs = POLL_MS } = parts;
    this.#leaseMs = leaseMs;
    this.#jobs = new WakeLoop({ log, name: 'taking jobs', everyMs: pollMs, round: () => this.#takeDue() });
    this.#upkeep = new WakeLoop({
      log,
      name: 'the upkeep of jobs',
      everyMs: Math.min(UPKEEP_MS, leaseMs),
      round: () => this.#keepUp(),
    });
    this.#time = metrics.timer('job_duration_seconds', 'Time of one run of a job.', ['job', 'outcome']);
    metrics.gauge('jobs_running', 'Runs in this process.', () => this.#runningCount());
    metrics.gauge('jobs_queued', 'Jobs that have not begun.', () => this.#counts.queued);
    metrics.gauge('jobs_failed', 'Jobs that were given up.', () => this.#counts.failed);
    metrics.gauge(
      'jobs_oldest_queued_seconds',
      'Age of the oldest job that has not begun.',
      () => this.#counts.oldestQueuedSeconds,
    );
  }

  start(): void {
    this.#unsubscribe = this.#parts.notifications.subscribeAll(JOBS_CHANNEL, () => this.#jobs.wake());
    this.#jobs.start();
    this.#upkeep.start();
  }

  async stop(graceMs: number): Promise<void> {
    this.#unsubscribe?.();
    const startedAt = performance.now();
    await Promise.all([this.#jobs.stop(graceMs), this.#upkeep.stop(graceMs)]);
    const leftMs = Math.max(0, graceMs - (performance.now() - startedAt));
    const all = (): Promise<unknown> => Promise.all([...this.#running.values()].flatMap((runs) => [...runs]));
    await Promise.race([all(), sleep(leftMs, undefined, { ref: false })]);
    if (this.#runningCount() === 0) return;
    this.#parts.log.warn({ running: this.#runningCount() }, 'jobs were given back before their end');
    this.#stopping.abort();
    await Promise.race([all(), sleep(LAST_MS, undefined, { ref: false })]);
  }

  #runningCount(): number {
    return [...this.#running.values()].reduce((sum, runs) => sum + runs.size, 0);
  }

  /** Resolves to true when more jobs may be ready. */
  async #takeDue(): Promise<boolean> {
    const { db, queue, registered, ids } = this.#parts;
    const free = (name: string): number =>
      (registered.get(name)?.definition.concurrency ?? 0) - (this.#running.get(name)?.size ?? 0);
    const names = [...registered.keys()].filter((name) => free(name) > 0);
    if (names.length === 0) return false;
    let taken = 0;
    for (const name of await queue.due(names)) {
      const begun = await db.transactAlone(async (tx) => {
        const jobs = await queue.take(tx, name, free(name));
        const runs = jobs.map((job) => ({ job, ticket: { id: job.id, runId: ids.uuid() } }));
        for (const { job, ticket } of runs)
          await new JobRunStore(tx).begin(ticket, job.attempt, this.#leaseMs);
        return runs;
      });
      taken += begun.length;
      for (const { job, ticket } of begun) this.#begin(job, ticket);
    }
    return taken > 0;
  }

  #begin(job: TakenJob, ticket: RunTicket): void {
    const runs = this.#running.get(job.name) ?? new Set();
    this.#running.set(job.name, runs);
    const run = this.#run(job, ticket).catch((error: unknown) => {
      // The lease expires, and then the job is found and runs again.
      this.#parts.log.warn(
        { err: asLogged(error), job: job.name, job_id: job.id },
        'the end of a job was not written',
      );
    });
    runs.add(run);
    void run.then(() => {
      runs.delete(run);
      this.#jobs.wake();
    });
  }

  async #run(job: TakenJob, ticket: RunTicket): Promise<void> {
    const { log } = this.#parts;
    const registered = this.#parts.registered.get(job.name);
    if (registered === undefined) return;
    const startedAt = performance.now();
    const facts = { job: job.name, job_id: job.id, attempt: job.attempt };
    let outcome = 'succeeded';
    try {
      await this.#handle(registered, job, ticket);
      await this.#succeed(job, ticket);
    } catch (error) {
      outcome = await this.#parts.db.transactAlone((tx) => this.#fail(tx, job, ticket, error));
      if (outcome === 'failed') log.error({ ...facts, err: error }, 'a job was given up');
      else log.warn({ ...facts, err: error }, 'a job is tried again');
    } finally {
      this.#time([job.name, outcome], (performance.now() - startedAt) / 1000);
    }
  }

  async #handle({ definition, handle }: RegisteredJob, job: TakenJob, ticket: RunTicket): Promise<void> {
    const lost = new AbortController();
    const onStop = (): void => lost.abort();
    this.#stopping.signal.addEventListener('abort', onStop, { once: true });
    const renewal = setInterval(() => void this.#renew(ticket, lost), this.#leaseMs / RENEWALS_PER_LEASE);
    renewal.unref();
    try {
      const deadline: Deadline = { ms: definition.expireSeconds * 1000, stop: lost.signal };
      if (this.#stopping.signal.aborted) lost.abort();
      const payload = definition.schema.safeParse(job.payload);
      if (!payload.success)
        throw new PermanentJobError('The payload has another form than this release knows.');
      await withDeadline(deadline, (signal) => handle(payload.data, this.#runOf(job, ticket, signal)));
    } finally {
      clearInterval(renewal);
      this.#stopping.signal.removeEventListener('abort', onStop);
    }
  }

  #runOf(job: TakenJob, ticket: RunTicket, signal: AbortSignal): JobRun {
    const { db, notifications } = this.#parts;
    return {
      jobId: job.id,
      attempt: job.attempt,
      signal,
      progress: async (progress) => {
        signal.throwIfAborted();
        await db.transactAlone(async (tx) => {
          await new JobRunStore(tx).note(ticket, progress);
          await notifications.publish(tx, { channel: JOB_CHANNEL, key: job.id });
        });
      },
    };
  }

  async #renew(ticket: RunTicket, lost: AbortController): Promise<void> {
    try {
      if (!(await new JobRunStore(this.#parts.db.kysely).renew(ticket, this.#leaseMs))) lost.abort();
    } catch {
      // The next renewal can still be in time.
    }
  }

  async #succeed(job: TakenJob, ticket: RunTicket): Promise<void> {
    const { db, queue, notifications } = this.#parts;
    await db.transactAlone(async (tx) => {
      const end = { state: 'succeeded', reason: undefined } as const;
      if (!(await new JobRunStore(tx).end(ticket, end))) return;
      await queue.complete(tx, job);
      await notifications.publish(tx, { channel: JOB_CHANNEL, key: job.id });
    });
  }

  async #fail(tx: Transaction, job: LostRun, ticket: RunTicket, error: unknown): Promise<FailedRun> {
    const { notifications, queue } = this.#parts;
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, MAX_REASON_LETTERS);
    // Another process may have taken the job over; then this run must not fail it.
    if (!(await new JobRunStore(tx).renew(ticket, this.#leaseMs))) return 'lost';
    const permanent = error instanceof PermanentJobError;
    const state = await queue.fail(tx, job, { reason, permanent });
    await new JobRunStore(tx).end(ticket, { state, reason });
    await notifications.publish(tx, { channel: JOB_CHANNEL, key: job.id });
    return state;
  }

  async #keepUp(): Promise<boolean> {
    await this.#parts.queue.supervise();
    await this.#giveBackLost();
    await this.#enqueueScheduled();
    if (performance.now() - this.#countedAt >= COUNT_EVERY_MS) {
      this.#countedAt = performance.now();
      this.#counts = await new JobRunStore(this.#parts.db.kysely).counts();
    }
    return false;
  }

  /** Lets jobs whose process died run again before their longest time. */
  async #giveBackLost(): Promise<void> {
    const { db, log } = this.#parts;
    await db.transactAlone(async (tx) => {
      for (const job of await new JobRunStore(tx).lockLost(LOST_AT_ONCE)) {
        const state = await this.#fail(tx, job, job, new Error('The process that worked on it was lost.'));
        log.warn({ job: job.name, job_id: job.id, outcome: state }, 'a job lost its process');
      }
    });
  }

  async #enqueueScheduled(): Promise<void> {
    const { db, schedules, enqueueSlot } = this.#parts;
    // A slot that one replica saw too early would have its job run twice.
    const now = await readDatabaseTime(db.kysely);
    for (const { name, cron } of schedules) {
      const slot = await currentSlot(cron, now);
      if (slot !== undefined) await enqueueSlot(name, slot);
    }
  }
}
