import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrations, type ReleasedMigration } from '#src/platform/db/migrate.ts';
import { startOnServer } from '#test/support/gateway.ts';
import { openTestDatabase, quietLog, type TestDatabase } from '#test/support/test-database.ts';

const LATER = '9001-later';
const NARROWING = '9002-narrowing';
const NEWEST = Object.keys(migrations).at(-1) as string;

/** Says nothing of its own: the code of the release before works with it. */
const adding: ReleasedMigration = { up: async () => undefined };
/** Takes away what code needs that does not know the migration before. */
const narrowing: ReleasedMigration = { up: async () => undefined, oldestCode: LATER };
const second = { ...migrations, [LATER]: adding };
const third = { ...second, [NARROWING]: narrowing };

let test: TestDatabase;

/** Starts a release on the database: it migrates, or refuses to start. */
const start = (release: string, own: Readonly<Record<string, ReleasedMigration>>) =>
  migrate(test.database, quietLog(), { release, own });

describe('the schema of a newer release', () => {
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    const { kysely } = test.database;
    await sql`delete from kysely_migration where name like '9%'`.execute(kysely);
    await sql`delete from schema_releases where name like '9%'`.execute(kysely);
  });

  it('is written down with the oldest code that works with it, in the transaction of each migration', async () => {
    await start('3.0.0', third);
    const { rows } = await sql`select * from schema_releases where name like '9%' order by name`.execute(
      test.database.kysely,
    );
    expect(rows).toEqual([
      { name: LATER, oldest_code: NEWEST, release: '3.0.0' },
      { name: NARROWING, oldest_code: LATER, release: '3.0.0' },
    ]);
  });

  it('is served by the release before while it says that this works', async () => {
    await start('2.0.0', second);
    await start('1.0.0', migrations);
    await start('3.0.0', third);
    await start('2.0.0', second);
  });

  it('is refused by older code than it works with, which names the release that is needed', async () => {
    await start('3.0.0', third);
    await expect(start('1.0.0', migrations)).rejects.toThrow(
      'needs release 3.0.0 or newer, since its migration 9002-narrowing; this is release 1.0.0',
    );
  });

  it('is refused when it says nothing, or lacks what this release has', async () => {
    await sql`insert into kysely_migration (name, timestamp) values (${LATER}, '')`.execute(
      test.database.kysely,
    );
    await expect(start('1.0.0', migrations)).rejects.toThrow('another line of releases (it has 9001-later)');
    await expect(start('1.0.0', { ...migrations, '9000-other': adding })).rejects.toThrow('lacks 9000-other');
  });

  it.skipIf(process.env.TEST_DATABASE_URL === undefined)(
    'is served by a gateway that does not know it',
    async () => {
      await start('2.0.0', second);
      const gateway = await startOnServer({ ...test, close: async () => undefined });
      const user = await gateway.user();
      const { response } = await user.api.POST('/api/conversations', { body: { title: 'Older' } });
      expect(response.status).toBe(201);
      await gateway.close();
    },
  );
});
