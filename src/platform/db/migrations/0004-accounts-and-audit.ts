import { type Kysely, sql } from 'kysely';

const ACCOUNTS = [
  // Accounts that were made by a login at a provider have no password.
  sql`alter table users alter column password_hash drop not null`,
  sql`alter table users add column email_verified boolean not null default false`,
  sql`create index users_oldest on users (created_at, id)`,
  sql`create index users_active_admins on users (id) where role = 'admin' and is_active`,
  sql`alter table session_families drop constraint session_families_revoked_reason_check`,
  sql`alter table session_families add constraint session_families_revoked_reason_check
    check (revoked_reason in ('logout', 'reuse', 'password_change', 'deactivation', 'revocation'))`,
  sql`alter table session_families add column opened_by text not null default 'password'
    check (opened_by in ('password', 'provider'))`,
  sql`create table external_identities (
    issuer text not null,
    subject text not null,
    provider text not null,
    user_id uuid not null references users (id) on delete cascade,
    created_at timestamptz not null,
    constraint external_identities_key primary key (issuer, subject)
  )`,
  sql`create index external_identities_user_id on external_identities (user_id)`,
  sql`create table oauth_authorizations (
    state_hash bytea primary key,
    provider text not null,
    redirect_uri text not null,
    secrets_sealed bytea not null,
    user_id uuid references users (id) on delete cascade,
    expires_at timestamptz not null
  )`,
  sql`create index oauth_authorizations_expires_at on oauth_authorizations (expires_at)`,
  sql`create index oauth_authorizations_user_id on oauth_authorizations (user_id)`,
  sql`create table password_attempts (
    key bytea primary key,
    failures integer not null,
    blocked_until timestamptz,
    forget_at timestamptz not null
  )`,
  sql`create index password_attempts_forget_at on password_attempts (forget_at)`,
];

const AUDIT = [
  // Without references: what was done stays, also when the account is gone. Times have the precision that is signed.
  sql`create table audit_entries (
    seq bigint primary key check (seq > 0),
    occurred_at timestamptz(3) not null,
    action text not null,
    operation text not null,
    outcome text not null check (outcome in ('succeeded', 'refused')),
    error_code text,
    actor_id uuid,
    actor_role text,
    object_type text,
    object_id text,
    request_id text not null,
    ip text,
    details jsonb not null,
    key_id text not null,
    mac bytea not null
  )`,
  sql`create index audit_entries_actor on audit_entries (actor_id, seq)`,
  sql`create index audit_entries_action on audit_entries (action text_pattern_ops, seq)`,
  sql`create index audit_entries_occurred_at on audit_entries (occurred_at, seq)`,
  sql`create table audit_head (
    singleton boolean primary key default true check (singleton),
    seq bigint not null,
    mac bytea not null,
    key_id text not null,
    seal bytea not null
  )`,
  sql`create function audit_entries_are_final() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit trail is only appended to.' using errcode = 'insufficient_privilege';
    end $$`,
  sql`create trigger audit_entries_final before update or delete or truncate on audit_entries
    for each statement execute function audit_entries_are_final()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...ACCOUNTS, ...AUDIT]) await statement.execute(db);
}
