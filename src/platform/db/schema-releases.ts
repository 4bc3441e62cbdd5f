import { type Kysely, sql } from 'kysely';
import type { DB } from '#src/platform/db/schema.gen.ts';

/** What a release that is older than the schema can learn about a migration that it does not know. */
export interface SchemaRelease {
  readonly name: string;
  /** The migration that code has to know, itself or a later one, to work with what this one made. */
  readonly oldestCode: string;
  /** Version of the release that brought the migration. */
  readonly release: string;
}

/** Names of the applied migrations in their order; empty for a database without any. */
export async function appliedMigrations(db: Kysely<DB>): Promise<string[]> {
  if (!(await exists(db, 'kysely_migration'))) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Notes a migration in its own transaction. The table is made here and not by a migration, since each migration from the
 * first one on is noted.
 */
export async function noteRelease(
  db: Kysely<unknown>,
  { name, oldestCode, release }: SchemaRelease,
): Promise<void> {
  await sql`
    create table if not exists schema_releases (
      name text primary key,
      oldest_code text not null,
      release text not null
    )`.execute(db);
  await sql`
    insert into schema_releases (name, oldest_code, release) values (${name}, ${oldestCode}, ${release})
    on conflict (name) do update set oldest_code = excluded.oldest_code, release = excluded.release`.execute(
    db,
  );
}

/** What was noted of the named migrations. */
export async function releasesOf(db: Kysely<DB>, names: readonly string[]): Promise<SchemaRelease[]> {
  if (!(await exists(db, 'schema_releases'))) return [];
  const { rows } = await sql<SchemaRelease>`
    select name, oldest_code as "oldestCode", release from schema_releases
    where name = any(${names}) order by name`.execute(db);
  return rows;
}

async function exists(db: Kysely<DB>, table: string): Promise<boolean> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass(${table})::text as found`.execute(
    db,
  );
  return rows[0]?.found !== null;
}
