import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { CheckedConnection } from '#src/platform/db/checked-connection.ts';
import { isRetryable } from '#src/platform/db/errors.ts';
import type { DB } from '#src/platform/db/schema.gen.ts';
import { transactionSlots } from '#src/platform/db/transaction-slots.ts';
import type { Slots } from '#src/platform/slots.ts';

/** Runs the statements of a store: on the database itself, or in one transaction. */
export type Executor = Kysely<DB>;

/** A statement was sent outside of the open transaction around it, and would not be part of it. */
export class EscapedTransactionError extends Error {
  override readonly name = 'EscapedTransactionError';
}

/** A transaction while it is open: the executor of its statements, and what follows its commit. */
export type Transaction = KyselyTransaction<DB> & {
  /**
   * Calls back after the commit, and never after a rollback. A process that dies in between does not call back: an
   * effect that must follow a commit belongs into the outbox.
   */
  afterCommit(callback: () => void): void;
};

/** Adds statements to the end of a transaction before its commit. */
export interface CommitHook {
  /**
   * Called before the commit. The returned function is called with true after the commit, and with false after a
   * rollback.
   */
  beforeCommit(tx: Transaction): Promise<((committed: boolean) => void) | undefined>;
}

/** The transaction and the commit hook of a piece of work. */
export interface TransactionContext {
  /** The transaction that is open around it, if there is one. */
  readonly tx: Transaction | undefined;
  /** Asked before each commit of the work. */
  readonly action: CommitHook | undefined;
  /** Ends the wait for a slot when nobody waits for the work any more. */
  readonly signal?: AbortSignal;
}

const MAX_ATTEMPTS = 5;
const BACKOFF_MS = 10;
/** Longest wait for the pool at the end, because a statement may never end. */
const CLOSE_MS = 5_000;
/** Probes have two seconds in all. */
const PING_MS = 1_500;

/** The server of a pool, and how connections of the pool are had where there is a choice of servers. */
export interface DatabaseServer {
  readonly connectionString: string;
  connect(): Promise<pg.PoolClient>;
}

/** The database of the gateway, embedded or a server: one code path for both. */
export class Database {
  readonly kind: 'embedded' | 'postgres';
  readonly kysely: Kysely<DB>;
  readonly pool: pg.Pool;
  /** Undefined for the embedded database, which has no connections of other processes. */
  readonly connectionString: string | undefined;
  /** Knows that a transaction is open around a statement, and finds those that escape it. Nothing is taken from it. */
  readonly #around = new AsyncLocalStorage<{ readonly open: boolean }>();
  readonly #open: () => Promise<pg.PoolClient>;
  readonly #release: () => Promise<void>;
  readonly #slots: Slots;

  constructor(
    kind: 'embedded' | 'postgres',
    pool: pg.Pool,
    release: () => Promise<void>,
    server?: DatabaseServer,
  ) {
    this.kind = kind;
    this.pool = pool;
    this.connectionString = server?.connectionString;
    this.#open = server?.connect ?? (() => pool.connect());
    this.#release = release;
    this.#slots = transactionSlots(pool.options);
    // A connection lost inside a transaction is told by its statements; without a listener it would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
    const guarded = {
      connect: async () => (await this.#connect()).asPoolClient(),
      end: () => pool.end(),
    };
    this.kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: guarded }) });
  }

  /** Transactions that wait for a slot. */
  get waitingTransactions(): number {
    return this.#slots.waiting;
  }

  /** A second connection asked for inside a transaction is a statement that escaped it, and on one backend a deadlock. */
  #assertNoneAround(): void {
    if (!this.#around.getStore()?.open) return;
    throw new EscapedTransactionError('A statement was sent outside the transaction that is open around it.');
  }

  async #connect(): Promise<CheckedConnection> {
    this.#assertNoneAround();
    return new CheckedConnection(await this.#open());
  }

  /**
   * Runs `work` in the transaction of its context, or in one of its own, before whose commit the action of the context
   * is asked. When PostgreSQL gives one up because of another, it is run again a few times, so `work` must have no
   * effects but through `tx`. Only some connections may be inside transactions, so that those which wait for each other
   * leave the rest to reads and probes.
   */
  async transact<T>(context: TransactionContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (context.tx !== undefined) return work(context.tx);
    // Before it waits for a slot, since the transaction around it holds one.
    this.#assertNoneAround();
    for (let attempt = 1; ; attempt++) {
      const leave = await this.#slots.take(context.signal);
      try {
        return await this.#attempt(work, context.action);
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isRetryable(error)) throw error;
      } finally {
        leave();
      }
      await sleep(BACKOFF_MS * 2 ** attempt * Math.random());
    }
  }

  /**
   * Runs `work` in a transaction that belongs to nothing else: that of a job, or one that must outlast a failure of the
   * work around it, such as a count of failures.
   */
  transactAlone<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transact({ tx: undefined, action: undefined }, work);
  }

  /** Runs single statements of a piece of work: its transaction, or the database when there is none. */
  executorOf({ tx }: Pick<TransactionContext, 'tx'>): Executor {
    return tx ?? this.kysely;
  }

  async #attempt<T>(work: (tx: Transaction) => Promise<T>, hook: CommitHook | undefined): Promise<T> {
    const callbacks: (() => void)[] = [];
    let settle: ((committed: boolean) => void) | undefined;
    let result: T;
    try {
      result = await this.kysely.transaction().execute((plain) => {
        const state = { open: true };
        const tx = withCallbacks(plain, state, callbacks);
        return this.#around.run(state, async () => {
          try {
            const result = await work(tx);
            settle = await hook?.beforeCommit(tx);
            return result;
          } finally {
            state.open = false;
          }
        });
      });
    } catch (error) {
      settle?.(false);
      throw error;
    }
    settle?.(true);
    for (const callback of callbacks) callback();
    return result;
  }

  /** Runs statements in one text that begin and end a transaction themselves, as libraries bring them. */
  async runScript(text: string): Promise<void> {
    const leave = await this.#slots.take();
    try {
      const connection = await this.#connect();
      try {
        await connection.query(text, []);
      } catch (error) {
        // The statement that failed leaves the connection inside the transaction.
        await connection.query('rollback', []).catch(() => undefined);
        throw error;
      } finally {
        connection.release();
      }
    } finally {
      leave();
    }
  }

  /** Resolves when the database answers and takes changes. */
  async ping(): Promise<void> {
    const connection = await this.#connect();
    try {
      await connection.ping(PING_MS);
    } finally {
      connection.release();
    }
  }

  async close(): Promise<void> {
    try {
      await Promise.race([this.kysely.destroy(), sleep(CLOSE_MS, undefined, { ref: false })]);
    } finally {
      await this.#release();
    }
  }
}

function withCallbacks(
  plain: KyselyTransaction<DB>,
  state: { readonly open: boolean },
  callbacks: (() => void)[],
): Transaction {
  return Object.assign(plain, {
    afterCommit: (callback: () => void) => {
      if (!state.open) throw new Error('The transaction is over.');
      callbacks.push(callback);
    },
  });
}
