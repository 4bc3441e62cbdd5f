import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as activityAndSearch from '#src/platform/db/migrations/0012-activity-and-search.ts';
import { type EmptyDatabase, openEmptyDatabase } from '#test/support/test-database.ts';

/** The migrations of the release before. */
const BEFORE = [
  '0001-accounts-and-conversations',
  '0002-platform',
  '0004-accounts-and-audit',
  '0005-conversations',
  '0006-folders-and-clinical-contexts',
  '0007-attachments',
  '0008-sharing',
  '0009-short-title-search',
  '0010-claimed-creations',
];
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 8, minute));

let opened: EmptyDatabase;
let db: Kysely<unknown>;
const user = randomUUID();
const ids = { empty: randomUUID(), said: randomUUID(), edited: randomUUID() };

/** Writes a conversation as the release before does. */
async function write(id: string, title: string, minute: number): Promise<void> {
  await sql`insert into conversations (id, user_id, title, title_folded, created_at, updated_at)
    values (${id}, ${user}, ${title}, ${title.normalize('NFC').toLowerCase()}, ${at(minute)}, ${at(59)})`.execute(
    db,
  );
}

async function say(
  id: string,
  seq: number,
  minute: number,
  more: { edited?: number; deleted?: number } = {},
) {
  const [edited, deleted] = [more.edited, more.deleted].map((each) => (each === undefined ? null : at(each)));
  await sql`insert into messages (id, conversation_id, branch_id, role, content, metadata, seq, created_at,
      updated_at, edited_at, deleted_at)
    values (${randomUUID()}, ${id}, 'main', 'user', 'x', '{}', ${seq}, ${at(minute)}, ${at(minute)}, ${edited}, ${deleted})`.execute(
    db,
  );
}

async function conversation(id: string) {
  const { rows } = await sql<{
    last_activity_at: Date;
    title_folded: string;
    title_accented: string | null;
  }>`select last_activity_at, title_folded, title_accented from conversations where id = ${id}`.execute(db);
  return rows[0];
}

beforeAll(async () => {
  opened = await openEmptyDatabase();
  db = opened.first.kysely as unknown as Kysely<unknown>;
  for (const name of BEFORE) {
    const { up } = (await import(`../../src/platform/db/migrations/${name}.ts`)) as typeof activityAndSearch;
    await up(db);
  }
  await sql`insert into users (id, email, email_lower, full_name, password_hash, role, created_at, updated_at)
    values (${user}, 'Ada@example.org', 'ada@example.org', 'Ada Strauß', '', 'user', now(), now())`.execute(
    db,
  );
  await write(ids.empty, 'Ward round', 10);
  await write(ids.said, 'Straße É', 11);
  await write(ids.edited, 'ﬁlm', 12);
  await say(ids.said, 1, 20);
  await say(ids.said, 2, 30, { deleted: 40 });
  await say(ids.edited, 1, 21, { edited: 50 });
  await activityAndSearch.up(db);
});
afterAll(() => opened.close());

describe('the migration to activity and folded searches', () => {
  it('fills the activity from what was said, and from the beginning of what is empty', async () => {
    expect((await conversation(ids.empty))?.last_activity_at).toEqual(at(10));
    expect((await conversation(ids.said))?.last_activity_at).toEqual(at(30));
    expect((await conversation(ids.edited))?.last_activity_at).toEqual(at(50));
  });

  it('folds the titles and names that are there, and the keys of their letters', async () => {
    expect(await conversation(ids.empty)).toMatchObject({ title_folded: 'ward round', title_accented: null });
    expect(await conversation(ids.said)).toMatchObject({
      title_folded: 'strasse e',
      title_accented: 'strasse é',
    });
    expect(await conversation(ids.edited)).toMatchObject({ title_folded: 'film', title_accented: null });
    const { rows } = await sql`select search_plain, search_accented from users`.execute(db);
    expect(rows).toEqual([{ search_plain: 'ada@example.org\nada strauss', search_accented: null }]);
    const found = await sql<{ conversation_id: string }>`select conversation_id from conversation_titles
      where keys @> array[title_key(${user}, 'fi')]`.execute(db);
    expect(found.rows).toEqual([{ conversation_id: ids.edited }]);
  });

  it('takes what the release before still writes', async () => {
    const id = randomUUID();
    await write(id, 'New', 13);
    expect((await conversation(id))?.last_activity_at.getTime()).toBeGreaterThan(at(59).getTime());
    await sql`update conversations set last_message_at = ${at(51)}, message_count = 2, updated_at = ${at(51)}
      where id = ${ids.said}`.execute(db);
    expect((await conversation(ids.said))?.last_activity_at).toEqual(at(51));
    await sql`update conversations set archived = true, updated_at = ${at(52)} where id = ${ids.said}`.execute(
      db,
    );
    expect((await conversation(ids.said))?.last_activity_at).toEqual(at(51));
    await sql`update conversations set title = 'È', title_folded = 'è' where id = ${ids.said}`.execute(db);
    expect(await conversation(ids.said)).toMatchObject({ title_folded: 'è', title_accented: null });
  });
});
