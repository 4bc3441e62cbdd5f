import { type Kysely, sql } from 'kysely';

const TABLES = [
  sql`create table attachments (
    id uuid primary key,
    user_id uuid not null,
    conversation_id uuid not null references conversations (id) on delete cascade,
    message_id uuid not null,
    file_name text not null,
    mime_type text not null,
    size_bytes bigint not null check (size_bytes > 0),
    sha256 text not null,
    request_key text,
    created_at timestamptz not null
  )`,
  // Without a reference to its user: an account that goes away takes its files along, and they their part of this.
  sql`create table attachment_usage (
    user_id uuid primary key,
    bytes bigint not null check (bytes >= 0)
  )`,
];

const INDEXES = [
  sql`create index attachments_message on attachments (message_id, created_at, id)`,
  sql`create index attachments_conversation on attachments (conversation_id)`,
];

// By the database, so that a file goes with its row however that goes: alone, with its conversation or its account.
const RELEASE = [
  `create function release_attachments() returns trigger language plpgsql as $$
  begin
    if not exists (select from lost) then
      return null;
    end if;
    insert into outbox (id, kind, payload, created_at, available_at)
      select gen_random_uuid(), 'delete-blob', jsonb_build_object('key', 'attachments/' || id), now(), now()
      from lost;
    update attachment_usage as used set bytes = used.bytes - freed.bytes
      from (select user_id, sum(size_bytes) as bytes from lost group by user_id) as freed
      where used.user_id = freed.user_id;
    delete from attachment_usage where bytes = 0 and user_id in (select user_id from lost);
    return null;
  end $$`,
  `create trigger attachments_deleted after delete on attachments
     referencing old table as lost for each statement execute function release_attachments()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await statement.execute(db);
  for (const statement of RELEASE) await sql.raw(statement).execute(db);
}
