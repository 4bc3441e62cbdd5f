import type { Executor } from '#src/platform/db/database.ts';
import { databaseTime } from '#src/platform/db/database-time.ts';

/** Sessions and tokens that no request can use any more. */
export class ExpiredSessionStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Deletes refresh tokens that expired at least so long ago. Resolves to their number. */
  async deleteTokens(agoMs: number, limit: number): Promise<number> {
    const result = await this.#db
      .deleteFrom('refresh_tokens')
      .where('refresh_tokens.id', 'in', (eb) =>
        eb
          .selectFrom('refresh_tokens as old')
          .select('old.id')
          .where('old.expires_at', '<', databaseTime(-agoMs))
          .limit(limit),
      )
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  }

  /** Deletes sessions without a refresh token that began at least so long ago. Resolves to their number. */
  async deleteFamilies(agoMs: number, limit: number): Promise<number> {
    const result = await this.#db
      .deleteFrom('session_families')
      .where('session_families.id', 'in', (eb) =>
        eb
          .selectFrom('session_families as old')
          .select('old.id')
          .where('old.created_at', '<', databaseTime(-agoMs))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('refresh_tokens')
                  .select('refresh_tokens.id')
                  .whereRef('refresh_tokens.family_id', '=', 'old.id'),
              ),
            ),
          )
          .limit(limit),
      )
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  }
}
