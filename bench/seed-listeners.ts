import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { AccessTokens } from '#src/domain/accounts/access-tokens.ts';
import { createIds } from '#src/platform/ids.ts';

/** A user with one open session and one conversation, whose log is listened to. */
export interface Listener {
  readonly token: string;
  readonly conversationId: string;
}

/** Makes users as the gateway would have, but for their passwords, which would take minutes. */
export async function seedListeners(pool: pg.Pool, count: number, secret: string): Promise<Listener[]> {
  const ids = (): string[] => Array.from({ length: count }, () => randomUUID());
  const [users, sessions, conversations] = [ids(), ids(), ids()];
  await pool.query(
    `insert into users (id, email, email_lower, role, created_at, updated_at)
     select id, id || '@example.org', id || '@example.org', 'user', now(), now() from unnest($1::uuid[]) as user_ (id)`,
    [users],
  );
  await pool.query(
    `insert into session_families (id, user_id, created_at, ip, opened_by)
     select id, user_id, now(), '127.0.0.1', 'password' from unnest($1::uuid[], $2::uuid[]) as session (id, user_id)`,
    [sessions, users],
  );
  await pool.query(
    `insert into conversations (id, user_id, title, title_folded, archived, version, message_count, main_message_count,
       event_seq, created_at, updated_at)
     select id, user_id, 'Ward round', 'ward round', false, 1, 0, 0, 1, now(), now()
     from unnest($1::uuid[], $2::uuid[]) as conversation (id, user_id)`,
    [conversations, users],
  );
  await pool.query(
    `insert into conversation_events (conversation_id, seq, type, type_seq, changed_fields, occurred_at)
     select id, 1, 'conversation_created', 1, '[]', now() from unnest($1::uuid[]) as conversation (id)`,
    [conversations],
  );
  await pool.query('vacuum analyze');
  const tokens = new AccessTokens({ secrets: [secret], ids: createIds() });
  return Promise.all(
    users.map(async (userId, i) => ({
      token: await tokens.issue({ userId, sessionId: sessions[i] as string }, new Date()),
      conversationId: conversations[i] as string,
    })),
  );
}
