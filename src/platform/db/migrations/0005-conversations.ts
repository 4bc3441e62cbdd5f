import { type Kysely, sql } from 'kysely';

const TABLES = [
  sql`alter table conversations
    add column title_folded text not null default '',
    add column main_message_count integer not null default 0 check (main_message_count >= 0),
    add column event_seq bigint not null default 0`,
  sql`update conversations set
    title_folded = lower(title),
    main_message_count = (
      select count(*) from messages
      where messages.conversation_id = conversations.id and branch_id = 'main' and deleted_at is null)`,
  // A deleted message stays as a row, so nothing ever follows this reference, and it made the delete of a
  // conversation cost one update for each message.
  sql`alter table messages drop constraint messages_parent_message_id_fkey`,
  sql`drop index messages_parent`,
  sql`create table message_versions (
    message_id uuid not null,
    version integer not null,
    conversation_id uuid not null references conversations (id) on delete cascade,
    author_id uuid not null,
    content text not null,
    written_at timestamptz not null,
    replaced_at timestamptz not null,
    primary key (message_id, version)
  )`,
  sql`create table branches (
    id uuid primary key,
    conversation_id uuid not null references conversations (id) on delete cascade,
    parent_branch_id text not null,
    parent_message_id uuid not null,
    fork_seq bigint not null,
    name text,
    shared_count integer not null check (shared_count >= 0),
    message_count integer not null check (message_count >= 0),
    created_by uuid not null,
    created_at timestamptz not null
  )`,
  sql`create table conversation_settings (
    conversation_id uuid primary key references conversations (id) on delete cascade,
    system_prompt text,
    temperature double precision,
    max_tokens integer,
    context_window_messages integer,
    language text,
    voice text,
    version integer not null,
    updated_at timestamptz not null
  )`,
  sql`create table conversation_events (
    conversation_id uuid not null references conversations (id) on delete cascade,
    seq bigint not null,
    type text not null,
    type_seq bigint not null,
    message_id uuid,
    branch_id text,
    changed_fields jsonb not null,
    occurred_at timestamptz not null,
    primary key (conversation_id, seq)
  )`,
  sql`create table conversation_counts (
    user_id uuid not null,
    scope uuid not null,
    archived boolean not null,
    conversations bigint not null,
    primary key (user_id, scope, archived)
  )`,
];

const INDEXES = [
  sql`create index message_versions_conversation on message_versions (conversation_id)`,
  sql`create index branches_conversation on branches (conversation_id, created_at, id)`,
  sql`create index conversation_events_type on conversation_events (conversation_id, type, seq) include (type_seq)`,
  sql`create index conversation_events_time on conversation_events (conversation_id, occurred_at, seq)`,
  // A folder is read along these, whole or by state; the first replaces one that did not know the owner.
  sql`drop index conversations_folder`,
  sql`create index conversations_folder on conversations (folder_id, user_id, updated_at desc, id desc)
      where folder_id is not null`,
  sql`create index conversations_folder_archived
      on conversations (folder_id, user_id, archived, updated_at desc, id desc) where folder_id is not null`,
];

/** Rows of the counter: one for all conversations of a user, whose scope is the user, and one for their folder. */
const deltasOf = (rows: string, sign: number): string => `
  select user_id, user_id as scope, archived, ${sign} as delta from ${rows}
  union all select user_id, folder_id, archived, ${sign} from ${rows} where folder_id is not null`;

/** Rows are locked in their order, so that two changes never wait for each other. */
const applyDeltas = (deltas: string): string => `
  insert into conversation_counts as present (user_id, scope, archived, conversations)
  select user_id, scope, archived, sum(delta) from (${deltas}) as deltas
  group by user_id, scope, archived having sum(delta) <> 0 order by user_id, scope, archived
  on conflict (user_id, scope, archived)
    do update set conversations = present.conversations + excluded.conversations;`;

const DROP_EMPTY = `
  delete from conversation_counts
  where conversations = 0 and user_id in (select user_id from lost);`;

const countFunction = (name: string, body: string): string => `
  create function ${name}() returns trigger language plpgsql as $$
  begin
    ${body}
    return null;
  end $$`;

const UNCHANGED = `
  if not exists (
    select 1 from lost join gained using (id)
    where lost.archived <> gained.archived or lost.folder_id is distinct from gained.folder_id
  ) then
    return null;
  end if;`;

// Counted for each statement and by the database, since folders and accounts that go away change conversations too.
const COUNTS = [
  countFunction('count_created_conversations', applyDeltas(deltasOf('gained', 1))),
  countFunction('count_deleted_conversations', applyDeltas(deltasOf('lost', -1)) + DROP_EMPTY),
  countFunction(
    'count_changed_conversations',
    UNCHANGED + applyDeltas(`${deltasOf('lost', -1)} union all ${deltasOf('gained', 1)}`) + DROP_EMPTY,
  ),
  `create trigger conversations_created after insert on conversations
     referencing new table as gained for each statement execute function count_created_conversations()`,
  `create trigger conversations_deleted after delete on conversations
     referencing old table as lost for each statement execute function count_deleted_conversations()`,
  `create trigger conversations_changed after update on conversations
     referencing old table as lost new table as gained
     for each statement execute function count_changed_conversations()`,
  `insert into conversation_counts (user_id, scope, archived, conversations)
   select user_id, scope, archived, sum(delta) from (${deltasOf('conversations', 1)}) as deltas
   group by user_id, scope, archived`,
];

// Not every server has these, or lets this user add them: then a search reads the titles of one user in their order.
const TITLE_SEARCH = [
  sql`do $$ begin
    create extension if not exists pg_trgm;
    create extension if not exists btree_gin;
  exception
    when insufficient_privilege or undefined_file or feature_not_supported then
      raise notice 'titles are searched without an index of their own: %', sqlerrm;
  end $$`,
  sql`do $$ begin
    if (select count(*) from pg_extension where extname in ('pg_trgm', 'btree_gin')) = 2 then
      create index conversations_title on conversations using gin (user_id, title_folded gin_trgm_ops)
        with (gin_pending_list_limit = 256);
    end if;
  exception
    when undefined_object then
      raise notice 'titles are searched without an index of their own: %', sqlerrm;
  end $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await statement.execute(db);
  for (const statement of COUNTS) await sql.raw(statement).execute(db);
  for (const statement of TITLE_SEARCH) await statement.execute(db);
}
