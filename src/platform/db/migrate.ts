import { type Kysely, type Migration, Migrator } from 'kysely';
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
import * as proofsAndNetworks from '#src/platform/db/migrations/0011-proofs-and-networks.ts';
import * as activityAndSearch from '#src/platform/db/migrations/0012-activity-and-search.ts';
import { appliedMigrations, noteRelease, releasesOf } from '#src/platform/db/schema-releases.ts';
import type { Log } from '#src/platform/log.ts';
import { StartFault } from '#src/platform/start-fault.ts';

/** A migration of this or another release. */
export interface ReleasedMigration {
  /** Makes the change. There is no way back. */
  up(db: Kysely<unknown>): Promise<void>;
  /**
   * The migration that the code of an older release has to know to work with what this one made. Left out, it is the one
   * before: the release before goes on running. A change that takes away what that release needs names a later one, or
   * itself.
   */
  readonly oldestCode?: string;
}

/** Migrations in their order. */
export const migrations: Readonly<Record<string, ReleasedMigration>> = {
  '0001-accounts-and-conversations': accountsAndConversations,
  '0002-platform': platform,
  '0004-accounts-and-audit': accountsAndAudit,
  '0005-conversations': conversations,
  '0006-folders-and-clinical-contexts': foldersAndClinicalContexts,
  '0007-attachments': attachments,
  '0008-sharing': sharing,
  '0009-short-title-search': shortTitleSearch,
  '0010-claimed-creations': claimedCreations,
  '0011-proofs-and-networks': proofsAndNetworks,
  '0012-activity-and-search': activityAndSearch,
};

export interface MigrateOptions {
  /** Version of this release, which older ones name when they cannot work with its schema. */
  readonly release?: string;
  readonly own?: Readonly<Record<string, ReleasedMigration>>;
}

/** Applies missing migrations, under a lock that makes other replicas wait for the first. */
export async function migrate(
  database: Database,
  log: Log,
  { release = 'unknown', own = migrations }: MigrateOptions = {},
): Promise<void> {
  const names = Object.keys(own).sort();
  const applied = await appliedMigrations(database.kysely);
  const strangers = applied.filter((name) => own[name] === undefined);
  const missing = names.filter((name) => !applied.includes(name));
  if (strangers.length > 0) {
    await assertServes(database, { strangers, missing, release, newest: names.at(-1) ?? '' });
    log.warn(
      { migrations: strangers },
      'the schema is of a newer release, which says that this one works with it',
    );
    return;
  }
  // The migrator would first read every column of the database, twice.
  if (missing.length === 0) return;
  const migrator = new Migrator({
    db: database.kysely,
    provider: { getMigrations: async () => noted(own, release) },
  });
  const { error, results } = await migrator.migrateToLatest();
  for (const { migrationName, status } of results ?? []) {
    if (status === 'Success') log.info({ migration: migrationName }, `migration ${migrationName} applied`);
    else log.error({ migration: migrationName, status }, `migration ${migrationName} failed`);
  }
  if (error !== undefined) throw error;
}

/** Each migration with its note, in one transaction. */
function noted(own: Readonly<Record<string, ReleasedMigration>>, release: string): Record<string, Migration> {
  const names = Object.keys(own).sort();
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        async up(db: Kysely<unknown>) {
          const { up, oldestCode = names[index - 1] ?? name } = own[name] as ReleasedMigration;
          await up(db);
          await noteRelease(db, { name, oldestCode, release });
        },
      },
    ]),
  );
}

interface Difference {
  /** Applied migrations that this code does not know. */
  readonly strangers: readonly string[];
  /** Migrations of this code that are not applied. */
  readonly missing: readonly string[];
  readonly release: string;
  /** The last migration that this code knows. */
  readonly newest: string;
}

/** Throws a `StartFault` unless all migrations of a newer release say that this code works with them. */
async function assertServes({ kysely }: Database, difference: Difference): Promise<void> {
  const { strangers, missing, release, newest } = difference;
  const releases = await releasesOf(kysely, strangers);
  const silent = strangers.filter((name) => !releases.some((noted) => noted.name === name));
  if (missing.length > 0 || silent.length > 0)
    throw new StartFault(
      `The schema of the database is of another line of releases (it has ${strangers.join(', ')}` +
        `${missing.length > 0 ? `, and lacks ${missing.join(', ')}` : ''}). ` +
        `Start the release that made it, or give this one (${release}) a database of its own.`,
    );
  const breaking = releases.filter(({ oldestCode }) => oldestCode > newest).at(-1);
  if (breaking !== undefined)
    throw new StartFault(
      `The schema of the database needs release ${breaking.release} or newer, since its migration ${breaking.name}; ` +
        `this is release ${release}. Start the newer release.`,
    );
}
