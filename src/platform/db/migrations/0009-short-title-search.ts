import { type Kysely, sql } from 'kysely';

// A key stands for one or two letters in a title of one user. Two that are alike by chance only cost a look at a row.
const FUNCTIONS = [
  sql`create function title_key(owner uuid, letters text) returns bigint
    language sql immutable strict parallel safe
    return hashtextextended(owner::text || letters, 0)`,
  sql`create function title_keys(owner uuid, title text) returns bigint[]
    language sql immutable strict parallel safe
    begin atomic
      select coalesce(array_agg(distinct title_key(owner, substr(title, place, letters))), '{}')
      from generate_series(1, char_length(title)) as place, generate_series(1, 2) as letters;
    end`,
];

// Beside the conversations, which change with every message, so that only a new title is taken apart.
const TABLE = [
  sql`create table conversation_titles (
    conversation_id uuid primary key references conversations (id) on delete cascade,
    keys bigint[] not null
  )`,
  sql`insert into conversation_titles (conversation_id, keys)
    select id, title_keys(user_id, title_folded) from conversations`,
  sql`create index conversation_titles_keys on conversation_titles using gin (keys)
    with (gin_pending_list_limit = 256)`,
];

// By the database, so that the release before keeps them as well.
const TRIGGERS = [
  sql`create function keep_conversation_title() returns trigger language plpgsql as $$
    begin
      insert into conversation_titles (conversation_id, keys)
      values (new.id, title_keys(new.user_id, new.title_folded))
      on conflict (conversation_id) do update set keys = excluded.keys;
      return null;
    end $$`,
  sql`create trigger conversations_titled after insert on conversations
    for each row execute function keep_conversation_title()`,
  sql`create trigger conversations_retitled after update of title_folded on conversations
    for each row when (old.title_folded <> new.title_folded) execute function keep_conversation_title()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...FUNCTIONS, ...TABLE, ...TRIGGERS]) await statement.execute(db);
}
