import { type Kysely, sql } from 'kysely';
import { fold } from '#src/platform/fold.ts';

const COLUMNS = [
  sql`alter table conversations add column last_activity_at timestamptz, add column title_accented text`,
  // A deleted message was said all the same.
  sql`update conversations set last_activity_at = coalesce(
    (select max(greatest(messages.created_at, messages.edited_at)) from messages
      where messages.conversation_id = conversations.id),
    created_at)`,
  sql`alter table conversations
    alter column last_activity_at set not null, alter column last_activity_at set default now()`,
  sql`alter table users add column search_plain text, add column search_accented text`,
];

// In place of those over the last change of any kind.
const INDEXES = [
  sql`drop index conversations_recent, conversations_archived, conversations_folder, conversations_folder_archived`,
  sql`create index conversations_active on conversations (user_id, last_activity_at desc, id desc)`,
  sql`create index conversations_archived on conversations (user_id, archived, last_activity_at desc, id desc)`,
  sql`create index conversations_folder on conversations (folder_id, user_id, last_activity_at desc, id desc)
    where folder_id is not null`,
  sql`create index conversations_folder_archived
    on conversations (folder_id, user_id, archived, last_activity_at desc, id desc) where folder_id is not null`,
];

// By the database, since the release before knows neither column. A changed title that leaves its accented form as it was
// comes from there, because that follows from the plain one.
const TRIGGERS = [
  sql`create function keep_activity_and_title() returns trigger language plpgsql as $$
    begin
      if new.last_activity_at = old.last_activity_at then
        new.last_activity_at := greatest(old.last_activity_at, new.last_message_at);
      end if;
      if new.title_folded <> old.title_folded and new.title_accented is not distinct from old.title_accented then
        new.title_accented := null;
      end if;
      return new;
    end $$`,
  sql`create trigger conversations_kept before update on conversations for each row
    when (new.last_message_at is distinct from old.last_message_at or new.title_folded <> old.title_folded)
    execute function keep_activity_and_title()`,
];

const BATCH = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly email: string;
  readonly full_name: string | null;
}

/** Calls back with all rows of a table, some at a time. */
async function eachBatch(
  db: Kysely<unknown>,
  table: 'conversations' | 'users',
  change: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let last: string | undefined = FIRST; last !== undefined; ) {
    const { rows }: { rows: Row[] } = await sql<Row>`
      select * from ${sql.table(table)} where id > ${last}::uuid order by id limit ${BATCH}`.execute(db);
    if (rows.length > 0) await change(rows);
    last = rows.length < BATCH ? undefined : rows.at(-1)?.id;
  }
}

async function foldTitles(db: Kysely<unknown>, rows: readonly Row[]): Promise<void> {
  const titles = rows.map(({ title }) => fold(title));
  await sql`
    update conversations set title_folded = folded.plain, title_accented = nullif(folded.accented, folded.plain)
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${titles.map(({ plain }) => plain)}::text[],
      ${titles.map(({ accented }) => accented)}::text[]) as folded (id, plain, accented)
    where conversations.id = folded.id
      and (title_folded <> folded.plain or folded.accented <> folded.plain)`.execute(db);
}

async function foldUsers(db: Kysely<unknown>, rows: readonly Row[]): Promise<void> {
  const texts = rows.map(({ email, full_name }) => [fold(email), fold(full_name ?? '')] as const);
  const of = (form: 'plain' | 'accented') => texts.map((parts) => parts.map((part) => part[form]).join('\n'));
  await sql`
    update users set search_plain = folded.plain, search_accented = nullif(folded.accented, folded.plain)
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${of('plain')}::text[], ${of('accented')}::text[])
      as folded (id, plain, accented)
    where users.id = folded.id`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of COLUMNS) await statement.execute(db);
  await eachBatch(db, 'conversations', (rows) => foldTitles(db, rows));
  await eachBatch(db, 'users', (rows) => foldUsers(db, rows));
  for (const statement of [...INDEXES, ...TRIGGERS]) await statement.execute(db);
}
