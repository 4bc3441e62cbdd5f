import { setTimeout as sleep } from 'node:timers/promises';
import { type SqlBool, sql } from 'kysely';
import type { Database, Executor, Transaction, TransactionContext } from '#src/platform/db/database.ts';
import { databaseTime } from '#src/platform/db/database-time.ts';
import type { Secrets } from '#src/platform/secrets.ts';

export interface IdempotencyKey {
  readonly userId: string;
  readonly operationId: string;
  readonly key: string;
  /** Identifies a request: two requests with equal parts are the same. */
  readonly content: readonly (string | Uint8Array)[];
}

export interface StoredReply {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

/** Owner of the keys of callers who have no account yet. */
export const ANONYMOUS = '00000000-0000-0000-0000-000000000000';

export type Outcome =
  | { readonly kind: 'produced' | 'replayed'; readonly reply: StoredReply }
  /** The key belongs to another request. */
  | { readonly kind: 'reused' }
  /** The first request with the key is still running. */
  | { readonly kind: 'pending' };

/** The hold on a key while the work for it goes on. */
export interface Claim {
  /** The id of the thing that was made for the key by a process that ended before it could keep its reply. */
  readonly madeBefore: string | undefined;
  /**
   * Remembers what a transaction makes for the key, in that transaction. Throws `ClaimLostError` when another has the
   * key by now, since this process was taken for dead: what it was about to make is made there.
   */
  remember(tx: Transaction, id: string): Promise<void>;
}

export class ClaimLostError extends Error {
  override readonly name = 'ClaimLostError';
}

const FINGERPRINT = 'idempotency-fingerprint';
const LIFETIME_MS = 24 * 3_600_000;
/** The longest wait of a retry after the death of the process that worked on the first request. */
const LEASE_MS = 15_000;
const RENEWALS_PER_LEASE = 3;
const MAX_SWEPT = 100;
const MAX_REPLY_BYTES = 262_144;
const FIRST_POLL_MS = 20;
const MAX_POLL_MS = 500;

/** Rows of `idempotency_keys`: replies by key, sealed because they can contain secrets. */
export class IdempotencyStore {
  readonly #db: Database;
  readonly #secrets: Secrets;
  readonly #leaseMs: number;

  constructor(db: Database, secrets: Secrets, leaseMs = LEASE_MS) {
    this.#leaseMs = leaseMs;
    this.#db = db;
    this.#secrets = secrets;
  }

  /**
   * Runs `produce` once for a key, in one transaction with the key. A parallel request waits at the primary key until
   * the first one commits, and then gets its reply; when the first one fails, nothing is stored and the second one
   * runs.
   */
  once(
    context: TransactionContext,
    key: IdempotencyKey,
    produce: (tx: Transaction, claim: Claim) => Promise<StoredReply>,
  ): Promise<Outcome> {
    return this.#db.transact(context, async (tx) => {
      await this.#sweep(tx);
      const taken = await this.#take(tx, key, LIFETIME_MS);
      if (taken === undefined) return this.#stored(tx, key);
      const { at } = taken;
      const remember = (inside: Transaction, id: string) => this.#remember(inside, key, at, id);
      const reply = await produce(tx, { madeBefore: undefined, remember });
      await this.#keep(tx, key, at, reply);
      return { kind: 'produced', reply };
    });
  }

  /**
   * Runs `produce` once for a key outside of a transaction, for work that calls other systems and takes `longestMs` at
   * most. Parallel requests wait for its reply until `signal` is aborted. The claim of the key is a lease that is
   * renewed; when the process dies, it expires, and a retry does the work again, but is told what was made.
   */
  async claim(
    context: TransactionContext,
    key: IdempotencyKey,
    longestMs: number,
    signal: AbortSignal,
    produce: (claim: Claim) => Promise<StoredReply>,
  ): Promise<Outcome> {
    for (let pause = FIRST_POLL_MS; ; pause = Math.min(pause * 2, MAX_POLL_MS)) {
      const taken = await this.#db.transactAlone(async (tx) => {
        await this.#sweep(tx);
        return this.#take(tx, key, this.#leaseMs);
      });
      if (taken !== undefined) return this.#work(context, key, taken, longestMs, produce);
      const outcome = await this.#db.transactAlone((tx) => this.#stored(tx, key));
      if (outcome.kind !== 'pending' || signal.aborted) return outcome;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  async #work(
    context: TransactionContext,
    key: IdempotencyKey,
    { at, madeBefore }: Taken,
    longestMs: number,
    produce: (claim: Claim) => Promise<StoredReply>,
  ): Promise<Outcome> {
    const givenUp = performance.now() + longestMs;
    const renewal = setInterval(() => {
      if (performance.now() > givenUp) clearInterval(renewal);
      // A failed renewal is made up by the next one; else the claim expires, as if the process had died.
      else this.#renew(key, at).catch(() => undefined);
    }, this.#leaseMs / RENEWALS_PER_LEASE);
    renewal.unref();
    try {
      const reply = await produce({ madeBefore, remember: (tx, id) => this.#remember(tx, key, at, id) });
      await this.#db.transact(context, (tx) => this.#keep(tx, key, at, reply));
      return { kind: 'produced', reply };
    } catch (error) {
      // Alone, because the trail would record this commit as the success of the failed action.
      await this.#db.transactAlone((tx) => this.#giveUp(tx, key, at));
      if (error instanceof ClaimLostError) return { kind: 'pending' };
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }

  async #renew(key: IdempotencyKey, claimedAt: Date): Promise<void> {
    await this.#rowOf(this.#db.kysely, key, claimedAt)
      .set({ expires_at: databaseTime(this.#leaseMs) })
      .where('idempotency_keys.status', 'is', null)
      .execute();
  }

  /** Takes the key, also an expired one. */
  async #take(tx: Executor, key: IdempotencyKey, lifetimeMs: number): Promise<Taken | undefined> {
    const times = { created_at: databaseTime(), expires_at: databaseTime(lifetimeMs) };
    // A keyed hash, because bodies contain passwords that could be guessed.
    const fingerprint = this.#secrets.digest(key.content, FINGERPRINT);
    const row = await tx
      .insertInto('idempotency_keys')
      .values({ user_id: key.userId, operation_id: key.operationId, key: key.key, fingerprint, ...times })
      .onConflict((conflict) =>
        conflict
          .columns(['user_id', 'operation_id', 'key'])
          .doUpdateSet({
            ...times,
            status: null,
            reply_sealed: null,
            made_id: sql<
              string | null
            >`case when idempotency_keys.created_at > ${databaseTime(-LIFETIME_MS)} then idempotency_keys.made_id end`,
          })
          .where('idempotency_keys.expires_at', '<=', databaseTime()),
      )
      .returning(['idempotency_keys.fingerprint', 'idempotency_keys.made_id', 'idempotency_keys.created_at'])
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const at = row.created_at;
    const same =
      row.fingerprint.equals(fingerprint) || this.#secrets.matches(row.fingerprint, key.content, FINGERPRINT);
    if (same) return { at, madeBefore: row.made_id ?? undefined };
    // The key was that of another request, which is over.
    await this.#rowOf(tx, key, at).set({ fingerprint, made_id: null }).execute();
    return { at, madeBefore: undefined };
  }

  async #remember(tx: Executor, key: IdempotencyKey, claimedAt: Date, id: string): Promise<void> {
    const row = await this.#rowOf(tx, key, claimedAt)
      .set({ made_id: id })
      .where('idempotency_keys.status', 'is', null)
      .executeTakeFirst();
    if (row.numUpdatedRows === 0n) throw new ClaimLostError('Another process works on the key by now.');
  }

  /** The row of a key, as long as it is the claim of that time. */
  #rowOf(db: Executor, key: IdempotencyKey, claimedAt: Date) {
    return db
      .updateTable('idempotency_keys')
      .where('idempotency_keys.user_id', '=', key.userId)
      .where('idempotency_keys.operation_id', '=', key.operationId)
      .where('idempotency_keys.key', '=', key.key)
      .where('idempotency_keys.created_at', '=', claimedAt);
  }

  async #keep(tx: Executor, key: IdempotencyKey, claimedAt: Date, reply: StoredReply): Promise<void> {
    const text = JSON.stringify(reply);
    if (Buffer.byteLength(text) > MAX_REPLY_BYTES) throw new RangeError('The reply is too large to be kept.');
    await this.#rowOf(tx, key, claimedAt)
      .set({
        status: reply.status,
        reply_sealed: this.#secrets.seal(text, purposeOf(key)),
        expires_at: new Date(claimedAt.getTime() + LIFETIME_MS),
      })
      .execute();
  }

  /** Ends a claim. What was made for it is remembered all the same, so that a retry does not make it again. */
  async #giveUp(tx: Executor, key: IdempotencyKey, claimedAt: Date): Promise<void> {
    await this.#rowOf(tx, key, claimedAt)
      .set({ expires_at: databaseTime() })
      .where('idempotency_keys.status', 'is', null)
      .execute();
    await tx
      .deleteFrom('idempotency_keys')
      .where('idempotency_keys.user_id', '=', key.userId)
      .where('idempotency_keys.operation_id', '=', key.operationId)
      .where('idempotency_keys.key', '=', key.key)
      .where('idempotency_keys.created_at', '=', claimedAt)
      .where('idempotency_keys.status', 'is', null)
      .where('idempotency_keys.made_id', 'is', null)
      .execute();
  }

  async #stored(tx: Executor, key: IdempotencyKey): Promise<Outcome> {
    const row = await tx
      .selectFrom('idempotency_keys')
      .select(['idempotency_keys.fingerprint', 'idempotency_keys.reply_sealed'])
      .where('idempotency_keys.user_id', '=', key.userId)
      .where('idempotency_keys.operation_id', '=', key.operationId)
      .where('idempotency_keys.key', '=', key.key)
      .executeTakeFirst();
    // The first request failed between two polls, so its key is free again.
    if (row === undefined) return { kind: 'pending' };
    if (!this.#secrets.matches(row.fingerprint, key.content, FINGERPRINT)) return { kind: 'reused' };
    if (row.reply_sealed === null) return { kind: 'pending' };
    const reply = JSON.parse(this.#secrets.open(row.reply_sealed, purposeOf(key))) as StoredReply;
    return { kind: 'replayed', reply };
  }

  /** Deletes a bounded number of expired keys. Resolves to their number. */
  deleteExpired(): Promise<number> {
    return this.#sweep(this.#db.kysely);
  }

  /**
   * Each use deletes a few expired keys, so that the table stays small. What was made without a reply is remembered for
   * as long as a reply would be.
   */
  async #sweep(tx: Executor): Promise<number> {
    const result = await tx
      .deleteFrom('idempotency_keys')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('idempotency_keys.user_id', 'idempotency_keys.operation_id', 'idempotency_keys.key'),
          'in',
          selectFrom('idempotency_keys as old')
            .select(['old.user_id', 'old.operation_id', 'old.key'])
            .where('old.expires_at', '<', databaseTime())
            .where(
              sql<SqlBool>`(old.status is not null or old.made_id is null or old.created_at <= ${databaseTime(-LIFETIME_MS)})`,
            )
            .limit(MAX_SWEPT)
            .forUpdate()
            .skipLocked()
            .$asTuple('user_id', 'operation_id', 'key'),
        ),
      )
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  }
}

/** A key that was taken. Its time distinguishes its claim from later ones. */
interface Taken {
  readonly at: Date;
  readonly madeBefore: string | undefined;
}

/** A reply is sealed for its key, so that rows cannot be exchanged for one another. */
function purposeOf({ userId, operationId, key }: IdempotencyKey): string {
  return `idempotent-reply ${userId} ${operationId} ${key}`;
}
