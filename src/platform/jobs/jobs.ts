import { createHash } from 'node:crypto';
import type { Transaction } from '#src/platform/db/database.ts';
import type {
  EnqueueOptions,
  JobDefinition,
  JobHandler,
  JobStatus,
  Schedule,
} from '#src/platform/jobs/job.ts';
import { JobQueue } from '#src/platform/jobs/job-queue.ts';
import { JobRunStore } from '#src/platform/jobs/job-run-store.ts';
import { JobWorker } from '#src/platform/jobs/job-worker.ts';
import { JOBS_CHANNEL, type JobsParts, type RegisteredJob } from '#src/platform/jobs/jobs-parts.ts';

const MAX_LISTED = 100;
const NAME = /^[a-z][a-z0-9-]{0,60}$/;

/** Work outside of requests: enqueued in the transaction of a change, done by any worker, at least once. */
export class Jobs {
  readonly #parts: JobsParts;
  readonly #queue: JobQueue;
  readonly #registered = new Map<string, RegisteredJob>();
  readonly #schedules: Schedule[] = [];
  #worker: JobWorker | undefined;

  constructor(parts: JobsParts) {
    this.#parts = parts;
    this.#queue = new JobQueue(parts.db, parts.log);
  }

  /**
   * Registers a job with its handler. Every process must register every job, whether it runs jobs or only enqueues
   * them.
   */
  register<Payload>(definition: JobDefinition<Payload>, handle: JobHandler<Payload>): void {
    if (!NAME.test(definition.name)) throw new Error(`${definition.name} cannot be the name of a job.`);
    if (this.#registered.has(definition.name)) throw new Error(`The job ${definition.name} is there twice.`);
    this.#registered.set(definition.name, {
      definition: definition as JobDefinition,
      handle: (payload, run) => handle(payload as Payload, run),
    });
  }

  /** Runs a job with an empty payload at the times of a cron expression, once over all replicas. */
  schedule(definition: JobDefinition<Record<string, never>>, cron: string): void {
    if (!this.#registered.has(definition.name)) throw new Error(`The job ${definition.name} is not known.`);
    this.#schedules.push({ name: definition.name, cron });
  }

  /** Creates the queues; called after the last registration and before the first job. */
  async prepare(): Promise<void> {
    await this.#queue.prepare([...this.#registered.keys()]);
  }

  /** Enqueues in the transaction of a change: both are committed, or neither. Resolves to the id of the job. */
  async enqueue<Payload extends object>(
    tx: Transaction,
    definition: JobDefinition<Payload>,
    payload: Payload,
    options: EnqueueOptions = {},
  ): Promise<string> {
    const id = this.#parts.ids.uuid();
    return (await this.#insert(tx, definition, { id, payload, ...options })) ?? id;
  }

  async #insert(
    tx: Transaction,
    definition: JobDefinition,
    job: { id: string; payload: unknown } & EnqueueOptions,
  ): Promise<string | undefined> {
    if (!this.#registered.has(definition.name)) throw new Error(`The job ${definition.name} is not known.`);
    const payload = definition.schema.parse(job.payload) as object;
    const run = { id: job.id, name: definition.name, key: job.key };
    const standing = await new JobRunStore(tx).insert(run);
    if (standing !== job.id) return standing;
    await this.#queue.send(tx, definition, { id: job.id, payload, startAfter: job.startAfter });
    await this.#parts.notifications.publish(tx, { channel: JOBS_CHANNEL, key: definition.name });
    return standing;
  }

  /** The state of a job; undefined when it is unknown or was deleted after its time. */
  status(id: string): Promise<JobStatus | undefined> {
    return new JobRunStore(this.#parts.db.kysely).find(id);
  }

  /** The newest failed jobs, each with its reason. */
  failed(limit: number): Promise<JobStatus[]> {
    return new JobRunStore(this.#parts.db.kysely).listFailed(Math.min(limit, MAX_LISTED));
  }

  /** Lets a failed job run again. False when there is none. */
  retry(id: string): Promise<boolean> {
    return this.#parts.db.transactAlone(async (tx) => {
      const store = new JobRunStore(tx);
      const job = await store.find(id);
      if (job?.state !== 'failed' || !(await this.#queue.retry(tx, job))) return false;
      await store.requeue(id);
      await this.#parts.notifications.publish(tx, { channel: JOBS_CHANNEL, key: job.name });
      return true;
    });
  }

  /** Starts the worker. */
  start(): void {
    this.#worker = new JobWorker({
      ...this.#parts,
      queue: this.#queue,
      registered: this.#registered,
      schedules: this.#schedules,
      enqueueSlot: (name, slot) => this.enqueueSlot(name, slot),
    });
    this.#worker.start();
  }

  /** Claims no new job, waits for the running ones, and gives the rest back after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    await this.#worker?.stop(graceMs);
    await this.#queue.stop();
  }

  /** Enqueues a scheduled job for one slot, once however many replicas do so. */
  async enqueueSlot(name: string, slot: Date): Promise<void> {
    const registered = this.#registered.get(name);
    if (registered === undefined) return;
    const id = slotId(name, slot);
    await this.#parts.db.transactAlone((tx) => this.#insert(tx, registered.definition, { id, payload: {} }));
  }
}

/** A version 8 UUID (RFC 9562) that is the same on every replica. */
function slotId(name: string, slot: Date): string {
  const bytes = createHash('sha256').update(`${name}\n${slot.toISOString()}`).digest().subarray(0, 16);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
