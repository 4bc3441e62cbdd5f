import { type Kysely, sql } from 'kysely';

const TABLES = [
  sql`create table share_links (
    id uuid primary key,
    conversation_id uuid not null references conversations (id) on delete cascade,
    branch_id text not null,
    token_hash bytea not null,
    password_hash text,
    allow_anonymous boolean not null,
    access_count bigint not null default 0 check (access_count >= 0),
    last_accessed_at timestamptz,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    request_key text,
    constraint share_links_token_hash_key unique (token_hash)
  )`,
  // Numbered by the count of its link, so that old entries are found without counting them.
  sql`create table share_accesses (
    share_link_id uuid not null references share_links (id) on delete cascade,
    number bigint not null,
    accessed_at timestamptz not null,
    reader_id uuid,
    ip text not null,
    primary key (share_link_id, number)
  )`,
];

const INDEXES = [
  // A revoked link expires at that moment, so those that are live lie together at the end.
  sql`create index share_links_conversation on share_links (conversation_id, expires_at)`,
  sql`create index share_links_expires_at on share_links (expires_at)`,
  sql`create index share_accesses_address on share_accesses (share_link_id, ip, accessed_at)`,
  // Readers of a share do not see these, so they are taken off the counts of a branch. They are few.
  sql`create index messages_system on messages (conversation_id, branch_id, seq)
      where role = 'system' and deleted_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await statement.execute(db);
}
