import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Logins at providers that an account has dropped, so that they are not linked again by the e-mail address alone.
  sql`create table unlinked_identities (
    issuer text not null,
    subject text not null,
    user_id uuid not null references users (id) on delete cascade,
    unlinked_at timestamptz not null,
    constraint unlinked_identities_key primary key (user_id, issuer, subject)
  )`,
  sql`alter table session_families drop constraint session_families_revoked_reason_check`,
  sql`alter table session_families add constraint session_families_revoked_reason_check check (revoked_reason in
    ('logout', 'reuse', 'password_change', 'deactivation', 'revocation', 'takeover'))`,
  // Networks are what callers are counted by. The release before writes rows without one.
  sql`alter table session_families add column network text`,
  sql`alter table share_accesses add column network text`,
  sql`drop index share_accesses_address`,
  sql`create index share_accesses_network on share_accesses (share_link_id, (coalesce(network, ip)), accessed_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
}
