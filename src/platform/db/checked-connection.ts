import type { PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import {
  DatabaseReadOnlyError,
  DatabaseUnavailableError,
  isReadOnly,
  isUnanswered,
} from '#src/platform/db/errors.ts';

/** A statement failed, its error was swallowed, and PostgreSQL turned the commit into a rollback: nothing was kept. */
export class AbortedTransactionError extends Error {
  override readonly name = 'AbortedTransactionError';
}

/**
 * A connection of the pool for one piece of work. After a statement without an answer it takes no other one and is thrown
 * away instead of going back: the driver would queue the next work behind the statement that hangs. One that takes no
 * changes is thrown away as well: the next may lead to the server that is the primary by now.
 */
export class CheckedConnection {
  readonly #client: pg.PoolClient;
  #lost: DatabaseUnavailableError | undefined;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query(text: string, parameters: unknown[]): Promise<pg.QueryResult> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    return this.#client.query(text, parameters).then(
      (result) => (text === 'commit' ? refuseRollback(result) : result),
      (error: unknown) => this.#fail(error),
    );
  }

  /**
   * Resolves when the database answers that it takes changes, within a time that is shorter than that of other
   * statements.
   */
  async ping(longestMs: number): Promise<void> {
    const question = { text: 'show transaction_read_only', query_timeout: longestMs };
    const { rows } = await this.#client.query(question).catch((error: unknown) => this.#fail(error));
    if (rows[0]?.transaction_read_only === 'on') this.#lose(new DatabaseReadOnlyError());
  }

  release(): void {
    this.#client.release(this.#lost);
  }

  /** The form that kysely knows; cursors are not used. */
  asPoolClient(): PostgresPoolClient {
    return this as unknown as PostgresPoolClient;
  }

  #fail(error: unknown): never {
    if (isReadOnly(error)) this.#lose(new DatabaseReadOnlyError(error));
    if (!isUnanswered(error)) throw error;
    this.#lose(new DatabaseUnavailableError('The database did not answer in time.', { cause: error }));
  }

  #lose(error: DatabaseUnavailableError): never {
    this.#lost = error;
    throw error;
  }
}

/** A COMMIT that PostgreSQL answers with ROLLBACK is an error here. */
function refuseRollback(result: pg.QueryResult): pg.QueryResult {
  if (result.command === 'ROLLBACK')
    throw new AbortedTransactionError('A statement of the transaction failed, so all of it was undone.');
  return result;
}
