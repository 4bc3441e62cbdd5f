import type pg from 'pg';

/** The number of rows for one user. */
export interface ConversationLoad {
  readonly userId: string;
  readonly conversations: number;
  /** Messages over all conversations, one of which holds `longest` of them. */
  readonly messages: number;
  readonly longest: number;
  /** Folders in which half of the conversations lie. */
  readonly folders: number;
}

export interface SeededConversations {
  /** The conversation with the most messages. */
  readonly longestId: string;
  readonly folderId: string;
}

const BATCH = 20_000;
/** Ids are made of the user and a number, so that rows find each other without being read. */
const ID = (kind: string, user: string, number: string): string =>
  `md5('${kind}:' || ${user} || ':' || ${number})::uuid`;
const WORDS = `(array['ward','round','dose','chest','renal','review','discharge','sepsis','insulin','follow-up'])`;

/** Told of the rows that are done. */
type Progress = (table: string, rows: number, of: number) => void;

/** Fills the tables as the gateway would have, in batches on the server, unless `missing` says that it was done before. */
export async function seedConversations(
  pool: pg.Pool,
  load: ConversationLoad,
  {
    missing = true,
    onProgress = () => undefined,
  }: { readonly missing?: boolean; readonly onProgress?: Progress } = {},
): Promise<SeededConversations> {
  if (missing) await fill(pool, load, onProgress);
  const { rows } = await pool.query<{ longest: string; folder: string }>(
    `select ${ID('conversation', '$1::text', '1')} as longest, ${ID('folder', '$1::text', '1')} as folder`,
    [load.userId],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('The database gave no ids.');
  return { longestId: made.longest, folderId: made.folder };
}

async function fill(pool: pg.Pool, load: ConversationLoad, onProgress: Progress): Promise<void> {
  const { userId, conversations } = load;
  await pool.query(
    `insert into folders (id, user_id, name, name_folded, created_at, updated_at)
     select ${ID('folder', '$1', 'i')}, $1::uuid, 'Folder ' || i, 'folder ' || i, now(), now()
     from generate_series(1, $2::int) as i`,
    [userId, load.folders],
  );
  const spread = conversations > 1 ? Math.floor((load.messages - load.longest) / (conversations - 1)) : 0;
  await inBatches(conversations, async (from, to) => {
    await pool.query(INSERT_CONVERSATIONS, [userId, load.folders, spread, load.longest, from, to]);
    onProgress('conversations', to, conversations);
  });
  await inBatches(Math.max(0, spread * (conversations - 1)), async (from, to, of) => {
    await pool.query(INSERT_MESSAGES, [userId, spread, from, to]);
    await pool.query(INSERT_EVENTS, [userId, spread, from, to]);
    onProgress('messages', to, of);
  });
  await inBatches(load.longest, async (from, to, of) => {
    await pool.query(INSERT_LONGEST_MESSAGES, [userId, from, to]);
    await pool.query(INSERT_LONGEST_EVENTS, [userId, from, to]);
    onProgress('messages of the longest', to, of);
  });
}

async function inBatches(
  of: number,
  run: (from: number, to: number, of: number) => Promise<void>,
): Promise<void> {
  for (let from = 1; from <= of; from += BATCH) await run(from, Math.min(of, from + BATCH - 1), of);
}

/** The first conversation is the longest one; a fifth is archived, half lie in a folder. */
const INSERT_CONVERSATIONS = `
  insert into conversations (id, user_id, folder_id, title, title_folded, archived, version, message_count,
    main_message_count, event_seq, last_message_preview, last_message_at, last_activity_at, created_at, updated_at)
  select ${ID('conversation', '$1', 'i')}, $1::uuid,
    case when i % 2 = 0 then ${ID('folder', '$1', '(i / 2 % $2::int + 1)')} end,
    title, lower(title), i % 5 = 0, count + 1, count, count, count + 1,
    case when count > 0 then 'Message ' || count end, case when count > 0 then at end, at, at, at
  from (
    select i, initcap(${WORDS}[1 + i % 10]) || ' ' || ${WORDS}[1 + i / 10 % 10] || ' ' || i as title,
      case when i = 1 then $4::int else $3::int end as count,
      timestamptz '2026-01-01' + i * interval '7 seconds' as at
    from generate_series($5::int, $6::int) as i
  ) as planned`;

const messagesOf = (conversation: string, seq: string, range: string): string => `
  insert into messages (id, conversation_id, branch_id, role, content, metadata, seq, version, created_at, updated_at)
  select ${ID('message', '$1', `${conversation} || ':' || ${seq}`)}, ${ID('conversation', '$1', conversation)},
    'main', 'user', 'Message ' || ${seq} || repeat(' of a long conversation', 5), '{}', ${seq}, 1, at, at
  from (select n, timestamptz '2026-01-01' + n * interval '1 second' as at from ${range} as n) as planned`;

const eventsOf = (conversation: string, seq: string, range: string): string => `
  insert into conversation_events (conversation_id, seq, type, type_seq, message_id, branch_id, changed_fields, occurred_at)
  select ${ID('conversation', '$1', conversation)}, ${seq} + 1, 'message_created', ${seq},
    ${ID('message', '$1', `${conversation} || ':' || ${seq}`)}, 'main', '[]',
    timestamptz '2026-01-01' + n * interval '1 second'
  from ${range} as n`;

const SPREAD = [
  `(2 + (n - 1) / $2::int)`,
  `(1 + (n - 1) % $2::int)`,
  'generate_series($3::int, $4::int)',
] as const;
const INSERT_MESSAGES = messagesOf(...SPREAD);
const INSERT_EVENTS = eventsOf(...SPREAD);
const LONGEST = ['1', 'n', 'generate_series($2::int, $3::int)'] as const;
const INSERT_LONGEST_MESSAGES = messagesOf(...LONGEST);
const INSERT_LONGEST_EVENTS = eventsOf(...LONGEST);
