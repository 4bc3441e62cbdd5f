import type pg from 'pg';
import type { Database } from '#src/platform/db/database.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** Records the statements that the stores send while it is on. */
export class StatementCounter {
  #statements: Statement[] | undefined;
  readonly #listeners = new Set<(statement: Statement) => void>();

  /** Wraps the connections of a database for good, so that the database must not be shared. */
  constructor(database: Database) {
    const { pool } = database;
    const wrapped = new WeakSet<pg.PoolClient>();
    const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
    pool.connect = (async () => {
      const client = await connect();
      if (!wrapped.has(client)) this.#wrap(client);
      wrapped.add(client);
      return client;
    }) as typeof pool.connect;
  }

  #wrap(client: pg.PoolClient): void {
    const query = client.query.bind(client) as (text: string, parameters?: unknown[]) => unknown;
    client.query = ((text: string, parameters?: unknown[]) => {
      const statement = { text, parameters: parameters ?? [] };
      this.#statements?.push(statement);
      for (const listener of this.#listeners) listener(statement);
      return query(text, parameters);
    }) as typeof client.query;
  }

  /**
   * The statements that `work` sends, with begin and commit, without those that configure the session, and without the
   * notification that only a server sends.
   */
  async of(work: () => Promise<unknown>): Promise<readonly Statement[]> {
    const statements: Statement[] = [];
    this.#statements = statements;
    try {
      await work();
    } finally {
      this.#statements = undefined;
    }
    return statements.filter(({ text }) => !/session_families|pg_notify/.test(text));
  }

  /** Hands on every statement from now on, whatever it is about. Returns what ends that. */
  each(listener: (statement: Statement) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
