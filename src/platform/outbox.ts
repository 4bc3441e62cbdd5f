import type { z } from 'zod';
import type { Database, Transaction } from '#src/platform/db/database.ts';
import { withDeadline } from '#src/platform/deadline.ts';
import type { Ids } from '#src/platform/ids.ts';
import type { Log } from '#src/platform/log.ts';
import { briefly } from '#src/platform/log-errors.ts';
import type { Count, Metrics } from '#src/platform/metrics.ts';
import type { Notifications } from '#src/platform/notifications.ts';
import { type OutboxCounts, type OutboxRow, OutboxStore } from '#src/platform/outbox-store.ts';
import { WakeLoop } from '#src/platform/wake-loop.ts';

/** One kind of effect outside the database that has to follow a commit. */
export interface OutboxKind<Payload> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
}

/** Does the effect of a row. It must be idempotent, because it can be called again for the same row. */
export type Deliver<Payload> = (payload: Payload, signal: AbortSignal) => Promise<void>;

export interface OutboxParts {
  readonly db: Database;
  readonly notifications: Notifications;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Consumer {
  readonly schema: z.ZodType;
  deliver(payload: unknown, signal: AbortSignal): Promise<void>;
}

const CHANNEL = 'outbox';
/** Twenty attempts take about nine hours: longer than most outages. */
const MAX_ATTEMPTS = 20;
const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 3_600_000;
const DELIVERY_MS = 60_000;
/** Longer than a delivery may take, so that a living process keeps its claim. */
const LEASE_MS = 2 * DELIVERY_MS;
const BATCH = 16;
const POLL_MS = 5_000;
const COUNT_EVERY_MS = 15_000;
/** Time for aborted deliveries to end and to be recorded. */
const LAST_MS = 1_000;
const MAX_ERROR_LETTERS = 500;

/** Effects that must follow a commit: stored in the transaction, done after it, at least once. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #consumers = new Map<string, Consumer>();
  readonly #loop: WakeLoop;
  readonly #delivered: Count;
  readonly #stopping = new AbortController();
  #counts: OutboxCounts = { pending: 0, dead: 0, oldestSeconds: 0 };
  #countedAt = Number.NEGATIVE_INFINITY;
  #unsubscribe: (() => void) | undefined;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#loop = new WakeLoop({
      log: parts.log,
      name: 'the outbox',
      everyMs: POLL_MS,
      round: () => this.deliverDue(),
    });
    this.#delivered = parts.metrics.counter('outbox_deliveries_total', 'Attempts to deliver a row.', [
      'kind',
      'outcome',
    ]);
    const { metrics } = parts;
    metrics.gauge('outbox_pending', 'Rows that wait for their delivery.', () => this.#counts.pending);
    metrics.gauge('outbox_dead', 'Rows that were given up.', () => this.#counts.dead);
    metrics.gauge(
      'outbox_oldest_pending_seconds',
      'Age of the oldest row that waits.',
      () => this.#counts.oldestSeconds,
    );
  }

  /** Registers the consumer of a kind. Every process that adds or delivers a kind must register it. */
  register<Payload>(kind: OutboxKind<Payload>, deliver: Deliver<Payload>): void {
    if (this.#consumers.has(kind.name)) throw new Error(`The outbox has two consumers of ${kind.name}.`);
    this.#consumers.set(kind.name, {
      schema: kind.schema,
      deliver: (payload, signal) => deliver(payload as Payload, signal),
    });
  }

  /** Stores an effect in the transaction of its change: both are committed, or neither. */
  async add<Payload>(tx: Transaction, kind: OutboxKind<Payload>, payload: Payload): Promise<void> {
    if (!this.#consumers.has(kind.name)) throw new Error(`The outbox has no consumer of ${kind.name}.`);
    const { ids, notifications } = this.#parts;
    const row = { id: ids.uuid(), kind: kind.name, payload: kind.schema.parse(payload) };
    await new OutboxStore(tx).insert(row);
    await notifications.publish(tx, { channel: CHANNEL, key: '' });
  }

  start(): void {
    this.#unsubscribe = this.#parts.notifications.subscribeAll(CHANNEL, () => this.#loop.wake());
    this.#loop.start();
  }

  /** Claims no more rows; resolves when the running deliveries are done, or given back after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#unsubscribe?.();
    const timer = setTimeout(() => this.#stopping.abort(), graceMs);
    await this.#loop.stop(graceMs + LAST_MS);
    clearTimeout(timer);
  }

  /** Delivers due rows. Resolves to true when there may be more. */
  async deliverDue(): Promise<boolean> {
    const rows = await new OutboxStore(this.#parts.db.kysely).claim(LEASE_MS, BATCH);
    await Promise.all(rows.map((row) => this.#deliver(row)));
    await this.#count();
    return rows.length === BATCH;
  }

  /** Lets dead rows be delivered again. Resolves to their number. */
  async revive(): Promise<number> {
    const revived = await new OutboxStore(this.#parts.db.kysely).revive();
    this.#loop.wake();
    return revived;
  }

  async #deliver(row: OutboxRow): Promise<void> {
    const consumer = this.#consumers.get(row.kind);
    const store = new OutboxStore(this.#parts.db.kysely);
    try {
      // Attempts are counted before they begin, so that a row that kills its process becomes dead as well.
      if (row.attempts > MAX_ATTEMPTS) throw new Error('The process ended during every attempt.');
      if (consumer === undefined) throw new Error(`No consumer of ${row.kind} is known to this release.`);
      const payload = consumer.schema.parse(row.payload);
      const deadline = { ms: DELIVERY_MS, stop: this.#stopping.signal };
      await withDeadline(deadline, (signal) => consumer.deliver(payload, signal));
    } catch (error) {
      await this.#failed(store, row, error);
      return;
    }
    this.#delivered([row.kind, 'delivered']);
    await store.remove(row);
  }

  async #failed(store: OutboxStore, row: OutboxRow, error: unknown): Promise<void> {
    const { log } = this.#parts;
    const known = this.#consumers.has(row.kind) ? row.kind : 'unknown';
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR_LETTERS);
    const facts = { outbox_id: row.id, kind: row.kind, attempts: row.attempts };
    if (row.attempts >= MAX_ATTEMPTS) {
      this.#delivered([known, 'dead']);
      await store.bury(row, reason);
      log.error({ ...facts, err: error }, 'a row of the outbox was given up');
      return;
    }
    this.#delivered([known, 'failed']);
    log.warn({ ...facts, err: briefly(error) }, 'a row of the outbox is tried again');
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (row.attempts - 1), MAX_WAIT_MS) * (0.5 + Math.random() / 2);
    await store.retryAfter(row, waitMs, reason);
  }

  /** Counted periodically and not at a scrape, which must work without the database. */
  async #count(): Promise<void> {
    if (performance.now() - this.#countedAt < COUNT_EVERY_MS) return;
    this.#countedAt = performance.now();
    this.#counts = await new OutboxStore(this.#parts.db.kysely).counts();
  }
}
