import { type Kysely, sql } from 'kysely';

// What the work for a key has made. The release before writes keys without it and does not look at it.
const COLUMN = sql`alter table idempotency_keys add column made_id uuid`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await COLUMN.execute(db);
}
