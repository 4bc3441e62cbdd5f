import type { Clock } from '#src/platform/clock.ts';
import type { Database, Executor } from '#src/platform/db/database.ts';
import type { Secrets } from '#src/platform/secrets.ts';

export interface IdempotencyKey {
  readonly userId: string;
  readonly operationId: string;
  readonly key: string;
  /** Hash of what makes two requests the same. */
  readonly fingerprint: Buffer;
}

export interface StoredReply {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

export type Outcome =
  | { readonly kind: 'produced' | 'replayed'; readonly reply: StoredReply }
  | { readonly kind: 'reused' };

const LIFETIME_MS = 24 * 3_600_000;
const PURPOSE = 'idempotent-reply';
const MAX_SWEPT = 100;

/** Rows of `idempotency_keys`: replies by key, sealed, since they hold what the reply held. */
export class IdempotencyStore {
  readonly #db: Database;
  readonly #secrets: Secrets;
  readonly #clock: Clock;

  constructor(db: Database, secrets: Secrets, clock: Clock) {
    this.#db = db;
    this.#secrets = secrets;
    this.#clock = clock;
  }

  /**
   * Runs `produce` once for a key. A parallel request with the same key waits at the primary key until the first one
   * commits, and then gets its reply; when the first one fails, nothing is kept and the second one runs.
   */
  once(key: IdempotencyKey, produce: () => Promise<StoredReply>): Promise<Outcome> {
    return this.#db.transact(async (tx) => {
      await this.#sweep(tx);
      if (!(await this.#insert(tx, key))) return this.#stored(tx, key);
      const reply = await produce();
      await tx
        .updateTable('idempotency_keys')
        .set({ status: reply.status, reply_sealed: this.#secrets.seal(JSON.stringify(reply), PURPOSE) })
        .where('idempotency_keys.user_id', '=', key.userId)
        .where('idempotency_keys.operation_id', '=', key.operationId)
        .where('idempotency_keys.key', '=', key.key)
        .execute();
      return { kind: 'produced', reply };
    });
  }

  async #insert(tx: Executor, key: IdempotencyKey): Promise<boolean> {
    const now = this.#clock.now();
    const row = await tx
      .insertInto('idempotency_keys')
      .values({
        user_id: key.userId,
        operation_id: key.operationId,
        key: key.key,
        fingerprint: key.fingerprint,
        created_at: now,
        expires_at: new Date(now.getTime() + LIFETIME_MS),
      })
      .onConflict((conflict) => conflict.columns(['user_id', 'operation_id', 'key']).doNothing())
      .returning('idempotency_keys.key')
      .executeTakeFirst();
    return row !== undefined;
  }

  async #stored(tx: Executor, key: IdempotencyKey): Promise<Outcome> {
    const row = await tx
      .selectFrom('idempotency_keys')
      .select(['idempotency_keys.fingerprint', 'idempotency_keys.reply_sealed'])
      .where('idempotency_keys.user_id', '=', key.userId)
      .where('idempotency_keys.operation_id', '=', key.operationId)
      .where('idempotency_keys.key', '=', key.key)
      .executeTakeFirstOrThrow();
    if (row.reply_sealed === null || !row.fingerprint.equals(key.fingerprint)) return { kind: 'reused' };
    const reply = JSON.parse(this.#secrets.open(row.reply_sealed, PURPOSE)) as StoredReply;
    return { kind: 'replayed', reply };
  }

  /** Deletes keys that are over, a bounded number. Resolves to how many there were. */
  deleteExpired(): Promise<number> {
    return this.#sweep(this.#db.kysely);
  }

  /** Each use clears a few keys that are over, so that the table stays small where keys are used. */
  async #sweep(tx: Executor): Promise<number> {
    const result = await tx
      .deleteFrom('idempotency_keys')
      .where('idempotency_keys.key', 'in', (eb) =>
        eb
          .selectFrom('idempotency_keys as old')
          .select('old.key')
          .where('old.expires_at', '<', this.#clock.now())
          .limit(MAX_SWEPT),
      )
      .where('idempotency_keys.expires_at', '<', this.#clock.now())
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  }
}
