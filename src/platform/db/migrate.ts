import { type Migration, Migrator, sql } from 'kysely';
import type { Database } from '#src/platform/db/database.ts';
import * as accountsAndConversations from '#src/platform/db/migrations/0001-accounts-and-conversations.ts';
import * as platform from '#src/platform/db/migrations/0002-platform.ts';
import * as accountsAndAudit from '#src/platform/db/migrations/0004-accounts-and-audit.ts';
import * as conversations from '#src/platform/db/migrations/0005-conversations.ts';
import * as foldersAndClinicalContexts from '#src/platform/db/migrations/0006-folders-and-clinical-contexts.ts';
import * as attachments from '#src/platform/db/migrations/0007-attachments.ts';
import * as sharing from '#src/platform/db/migrations/0008-sharing.ts';
import * as shortTitleSearch from '#src/platform/db/migrations/0009-short-title-search.ts';
import * as claimedCreations from '#src/platform/db/migrations/0010-claimed-creations.ts';
import * as activityAndSearch from '#src/platform/db/migrations/0012-activity-and-search.ts';
import type { Log } from '#src/platform/log.ts';

/** Migrations in their order. Each goes forward only, and works while the release before it still runs. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts-and-conversations': accountsAndConversations,
  '0002-platform': platform,
  '0004-accounts-and-audit': accountsAndAudit,
  '0005-conversations': conversations,
  '0006-folders-and-clinical-contexts': foldersAndClinicalContexts,
  '0007-attachments': attachments,
  '0008-sharing': sharing,
  '0009-short-title-search': shortTitleSearch,
  '0010-claimed-creations': claimedCreations,
  '0012-activity-and-search': activityAndSearch,
};

/** Applies missing migrations, under a lock that makes other replicas wait for the first. */
export async function migrate(database: Database, log: Log): Promise<void> {
  if (await isMigrated(database)) return;
  const migrator = new Migrator({
    db: database.kysely,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  for (const { migrationName, status } of results ?? []) {
    if (status === 'Success') log.info({ migration: migrationName }, `migration ${migrationName} applied`);
    else log.error({ migration: migrationName, status }, `migration ${migrationName} failed`);
  }
  if (error !== undefined) throw error;
}

/**
 * True when exactly our migrations are applied. The migrator itself would first read every column of the database,
 * twice.
 */
async function isMigrated({ kysely }: Database): Promise<boolean> {
  const known = await sql<{
    found: string | null;
  }>`select to_regclass('kysely_migration')::text as found`.execute(kysely);
  if (known.rows[0]?.found === null) return false;
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    kysely,
  );
  return applied.rows.map(({ name }) => name).join() === Object.keys(migrations).join();
}
