import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from 'kysely';
import type pg from 'pg';
import { isRetryable } from '#src/platform/db/errors.ts';
import type { DB } from '#src/platform/db/schema.gen.ts';

/** Runs the statements of a store: on the database itself, or in one transaction. */
export type Executor = Kysely<DB>;

/** A statement was sent outside of the open transaction around it, and would not be part of it. */
export class EscapedTransactionError extends Error {
  override readonly name = 'EscapedTransactionError';
}

/** The error of a statement was swallowed, and PostgreSQL answered the commit with a rollback: nothing was stored. */
export class AbortedTransactionError extends Error {
  override readonly name = 'AbortedTransactionError';
}

/** Adds statements to the end of a transaction before its commit. */
export interface CommitHook {
  /**
   * Called before the commit. The returned function is called with true after the commit, and with false after a
   * rollback.
   */
  beforeCommit(tx: Executor): Promise<((committed: boolean) => void) | undefined>;
}

export interface TransactOptions {
  /** The hook does not watch this transaction, such as a count of failures that must outlast a rollback. */
  readonly aside?: boolean;
}

interface OpenTransaction {
  readonly tx: Executor;
  readonly afterCommit: (() => void)[];
  open: boolean;
}

const MAX_ATTEMPTS = 5;
const BACKOFF_MS = 10;
/** Longest wait for the pool at the end, because a statement may never end. */
const CLOSE_MS = 5_000;

/** The database of the gateway, embedded or a server: one code path for both. */
export class Database {
  readonly kind: 'embedded' | 'postgres';
  readonly kysely: Kysely<DB>;
  readonly pool: pg.Pool;
  /** Undefined for the embedded database, which has no connections of other processes. */
  readonly connectionString: string | undefined;
  readonly #transactions = new AsyncLocalStorage<OpenTransaction>();
  readonly #hooks = new AsyncLocalStorage<CommitHook>();
  readonly #release: () => Promise<void>;

  constructor(kind: 'embedded' | 'postgres', pool: pg.Pool, release: () => Promise<void>) {
    this.kind = kind;
    this.pool = pool;
    this.connectionString = kind === 'postgres' ? pool.options.connectionString : undefined;
    this.#release = release;
    // The statements report a connection that is lost in a transaction; without a listener it would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
    this.kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: this.#guardedPool(pool) }) });
  }

  /** A second connection requested inside of a transaction escapes it, and on a single backend is a deadlock. */
  #guardedPool(pool: pg.Pool) {
    return {
      connect: async () => {
        if (this.#transactions.getStore()?.open) {
          throw new EscapedTransactionError(
            'A statement was sent outside the transaction that is open around it.',
          );
        }
        return checkedClient(await pool.connect());
      },
      end: () => pool.end(),
    };
  }

  /**
   * Runs `work` in a transaction, or in the one that is open. After a serialization failure it is run again a few
   * times, so `work` must have no effects except through `tx`.
   */
  async transact<T>(work: (tx: Executor) => Promise<T>, options: TransactOptions = {}): Promise<T> {
    const outer = this.#transactions.getStore();
    if (outer?.open) return work(outer.tx);
    const hook = options.aside === true ? undefined : this.#hooks.getStore();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(work, hook);
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isRetryable(error)) throw error;
        await sleep(BACKOFF_MS * 2 ** attempt * Math.random());
      }
    }
  }

  async #attempt<T>(work: (tx: Executor) => Promise<T>, hook: CommitHook | undefined): Promise<T> {
    const afterCommit: (() => void)[] = [];
    let settle: ((committed: boolean) => void) | undefined;
    let result: T;
    try {
      result = await this.kysely.transaction().execute((tx) => {
        const transaction: OpenTransaction = { tx, afterCommit, open: true };
        return this.#transactions.run(transaction, async () => {
          try {
            const result = await work(tx);
            settle = await hook?.beforeCommit(tx);
            return result;
          } finally {
            transaction.open = false;
          }
        });
      });
    } catch (error) {
      settle?.(false);
      throw error;
    }
    settle?.(true);
    for (const callback of afterCommit) callback();
    return result;
  }

  /** Runs `work` with the hook before each of its commits. */
  watchCommits<T>(hook: CommitHook, work: () => T): T {
    return this.#hooks.run(hook, work);
  }

  /**
   * Calls back after the commit of the transaction around, at once without one, and never after a rollback. A process
   * that dies in between does not call back: an effect that must follow a commit belongs into the outbox.
   */
  afterCommit(callback: () => void): void {
    const outer = this.#transactions.getStore();
    if (outer?.open) outer.afterCommit.push(callback);
    else callback();
  }

  /** Resolves when the database answers. */
  async ping(): Promise<void> {
    await sql`select 1`.execute(this.kysely);
  }

  async close(): Promise<void> {
    try {
      await Promise.race([this.kysely.destroy(), sleep(CLOSE_MS, undefined, { ref: false })]);
    } finally {
      await this.#release();
    }
  }
}

/** A connection of the driver on which a COMMIT that PostgreSQL answers with ROLLBACK is an error. */
function checkedClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, parameters: unknown[]) => {
    const answer = client.query(text, parameters);
    return text === 'commit' ? answer.then(refuseRollback) : answer;
  };
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}

function refuseRollback<T extends { readonly command: string }>(result: T): T {
  if (result.command === 'ROLLBACK')
    throw new AbortedTransactionError('A statement of the transaction failed, so all of it was undone.');
  return result;
}
