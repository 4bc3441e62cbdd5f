import { type Kysely, sql } from 'kysely';

const TABLES = [
  sql`create table users (
    id uuid primary key,
    email text not null,
    email_lower text not null,
    full_name text,
    password_hash text not null,
    role text not null check (role in ('user', 'viewer', 'admin')),
    is_active boolean not null default true,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    last_login_at timestamptz,
    constraint users_email_lower_key unique (email_lower)
  )`,
  sql`create table session_families (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    created_at timestamptz not null,
    ip text not null,
    user_agent text,
    revoked_at timestamptz,
    revoked_reason text check (revoked_reason in ('logout', 'reuse')),
    check ((revoked_at is null) = (revoked_reason is null))
  )`,
  sql`create table refresh_tokens (
    id uuid primary key,
    family_id uuid not null references session_families (id) on delete cascade,
    token_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    rotated_at timestamptz,
    successor_id uuid,
    successor_sealed bytea,
    constraint refresh_tokens_token_hash_key unique (token_hash)
  )`,
  sql`create table folders (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    parent_folder_id uuid references folders (id) on delete set null,
    name text not null,
    color text,
    icon text,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create table conversations (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    folder_id uuid references folders (id) on delete set null,
    title text not null,
    archived boolean not null default false,
    version integer not null default 1,
    message_count integer not null default 0 check (message_count >= 0),
    last_message_preview text,
    last_message_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create table messages (
    id uuid primary key,
    conversation_id uuid not null references conversations (id) on delete cascade,
    branch_id text not null,
    parent_message_id uuid references messages (id) on delete set null,
    role text not null check (role in ('user', 'assistant', 'system')),
    content text not null,
    client_message_id text,
    request_hash bytea,
    metadata jsonb not null,
    seq bigint not null,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz
  )`,
  sql`create table idempotency_keys (
    user_id uuid not null,
    operation_id text not null,
    key text not null,
    fingerprint bytea not null,
    status integer,
    reply_sealed bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (user_id, operation_id, key)
  )`,
];

const INDEXES = [
  sql`create index session_families_user_id on session_families (user_id)`,
  sql`create index refresh_tokens_family_id on refresh_tokens (family_id)`,
  sql`create index folders_user_id on folders (user_id, parent_folder_id)`,
  sql`create index folders_parent_folder_id on folders (parent_folder_id)`,
  // The lists are read along these, from any position, without sorting.
  sql`create index conversations_recent on conversations (user_id, updated_at desc, id desc)`,
  sql`create index conversations_archived on conversations (user_id, archived, updated_at desc, id desc)`,
  sql`create index conversations_folder on conversations (folder_id, updated_at desc, id desc)`,
  sql`create unique index messages_position on messages (conversation_id, seq)`,
  sql`create index messages_branch on messages (conversation_id, branch_id, seq) where deleted_at is null`,
  sql`create index messages_parent on messages (parent_message_id)`,
  // A retried message finds the row of the first try, on whichever replica it lands.
  sql`create unique index messages_client_message_id on messages (conversation_id, client_message_id)
      where client_message_id is not null`,
  sql`create index idempotency_keys_expires_at on idempotency_keys (expires_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...INDEXES]) await statement.execute(db);
}
