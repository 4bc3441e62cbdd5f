import { type SqlBool, sql } from 'kysely';
import type { Segment } from '#src/domain/conversations/branch.ts';
import { PREVIEW_SOURCE_LENGTH } from '#src/domain/conversations/conversation.ts';
import type { Message, MessageRole } from '#src/domain/conversations/message.ts';
import { citationsOf } from '#src/domain/conversations/message-citations.ts';
import type { CursorForm, Start } from '#src/domain/paging.ts';
import type { Executor } from '#src/platform/db/database.ts';

const COLUMNS = [
  'messages.id',
  'messages.conversation_id',
  'messages.branch_id',
  'messages.parent_message_id',
  'messages.role',
  'messages.content',
  'messages.client_message_id',
  'messages.metadata',
  'messages.seq',
  'messages.version',
  'messages.created_at',
  'messages.updated_at',
  'messages.edited_at',
] as const;

/** Messages are listed in the order in which they were written. */
export const messageCursor: CursorForm<Message, { readonly seq: number }> = {
  list: 'messages',
  keyOf: (row) => [row.seq],
  parse: ([seq]) => (typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? { seq } : undefined),
};

/** Rows of `messages`. Ownership is checked on the conversation before. */
export class MessageStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(message: Message, requestHash: Buffer | undefined): Promise<void> {
    await this.#db
      .insertInto('messages')
      .values({
        id: message.id,
        conversation_id: message.conversationId,
        branch_id: message.branchId,
        parent_message_id: message.parentMessageId ?? null,
        role: message.role,
        content: message.content,
        client_message_id: message.clientMessageId ?? null,
        request_hash: requestHash ?? null,
        metadata: JSON.stringify(message.metadata),
        seq: message.seq,
        version: message.version,
        created_at: message.createdAt,
        updated_at: message.updatedAt,
      })
      .execute();
  }

  async findByClientId(
    conversationId: string,
    clientMessageId: string,
  ): Promise<{ message: Message; requestHash: Buffer | null; deleted: boolean } | undefined> {
    const row = await this.#db
      .selectFrom('messages')
      .select([...COLUMNS, 'messages.request_hash', 'messages.deleted_at'])
      .where('messages.conversation_id', '=', conversationId)
      .where('messages.client_message_id', '=', clientMessageId)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      message: toMessage(row),
      requestHash: row.request_hash,
      deleted: row.deleted_at !== null,
    };
  }

  /** A message of this conversation that is not deleted. */
  async find(conversationId: string, id: string): Promise<Message | undefined> {
    const row = await this.#db
      .selectFrom('messages')
      .select(COLUMNS)
      .where('messages.conversation_id', '=', conversationId)
      .where('messages.id', '=', id)
      .where('messages.deleted_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? undefined : toMessage(row);
  }

  /** Newest position of a conversation; 0 when it is empty. The caller holds the conversation's lock. */
  async lastSeq(conversationId: string): Promise<number> {
    const row = await this.#db
      .selectFrom('messages')
      .select('messages.seq')
      .where('messages.conversation_id', '=', conversationId)
      .orderBy('messages.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.seq ?? 0;
  }

  /** Replaces the content, and keeps the former one as a version of its own. */
  async edit(
    message: Message,
    former: { readonly version: number; readonly authorId: string },
  ): Promise<void> {
    await this.#db
      .insertInto('message_versions')
      .columns([
        'message_id',
        'version',
        'conversation_id',
        'author_id',
        'content',
        'written_at',
        'replaced_at',
      ])
      .expression((eb) =>
        eb
          .selectFrom('messages')
          .select((of) => [
            'messages.id',
            'messages.version',
            'messages.conversation_id',
            sql<string>`${former.authorId}::uuid`.as('author_id'),
            'messages.content',
            of.fn.coalesce('messages.edited_at', 'messages.created_at').as('written_at'),
            sql<Date>`${message.updatedAt}::timestamptz`.as('replaced_at'),
          ])
          .where('messages.id', '=', message.id)
          .where('messages.version', '=', former.version),
      )
      .execute();
    await this.#db
      .updateTable('messages')
      .set({
        content: message.content,
        version: message.version,
        updated_at: message.updatedAt,
        edited_at: message.editedAt ?? null,
      })
      .where('messages.id', '=', message.id)
      .execute();
  }

  /** Hides a message. Its row stays, so that what follows it keeps its place. */
  async markDeleted(id: string, at: Date): Promise<void> {
    await this.#db
      .updateTable('messages')
      .set((eb) => ({ deleted_at: at, updated_at: at, version: eb('messages.version', '+', 1) }))
      .where('messages.id', '=', id)
      .execute();
  }

  /** Beginning and time of the newest message of any branch. */
  async newest(conversationId: string): Promise<{ beginning: string; createdAt: Date } | undefined> {
    const row = await this.#db
      .selectFrom('messages')
      .select([
        sql<string>`left(messages.content, ${PREVIEW_SOURCE_LENGTH})`.as('beginning'),
        'messages.created_at',
      ])
      .where('messages.conversation_id', '=', conversationId)
      .where('messages.deleted_at', 'is', null)
      .orderBy('messages.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? undefined : { beginning: row.beginning, createdAt: row.created_at };
  }

  /** Messages of a branch itself behind a position. */
  async countBehind(conversationId: string, branchId: string, seq: number): Promise<number> {
    const row = await this.#db
      .selectFrom('messages')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('messages.conversation_id', '=', conversationId)
      .where('messages.branch_id', '=', branchId)
      .where('messages.seq', '>', seq)
      .where('messages.deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(row.total);
  }

  /**
   * Lists the messages in the parts of a branch, one row more than `size`. Rows are picked part by part in the index alone, and
   * read when it is known which make the page. Without system messages, rows are looked at to be picked.
   */
  async list(
    conversationId: string,
    segments: readonly Segment[],
    start: Start<{ readonly seq: number }>,
    size: number,
    shown: 'all' | 'without system' = 'all',
  ): Promise<Message[]> {
    const [behind, offset] = 'after' in start ? [start.after.seq, 0] : [0, start.offset];
    const ahead = segments.filter(({ high }) => high > behind);
    const picking = shown === 'all' ? sql`deleted_at is null` : sql`deleted_at is null and role <> 'system'`;
    const picked = sql`
      select found.seq from (
        select * from unnest(
          ${ahead.map(({ branchId }) => branchId)}::text[],
          ${ahead.map(({ low }) => Math.max(low, behind))}::bigint[],
          ${ahead.map(({ high }) => high)}::bigint[]
        ) with ordinality as part (branch_id, low, high, place) order by place
      ) as part
      cross join lateral (
        select seq from messages
        where conversation_id = ${conversationId} and branch_id = part.branch_id
          and seq > part.low and seq <= part.high and ${picking}
        order by seq limit ${offset + size + 1}
      ) as found
      order by part.place, found.seq offset ${offset} limit ${size + 1}`;
    const rows = await this.#db
      .selectFrom('messages')
      .select(COLUMNS)
      .where('messages.conversation_id', '=', conversationId)
      .where(sql<SqlBool>`messages.seq in (${picked})`)
      .orderBy('messages.seq')
      .execute();
    return rows.map(toMessage);
  }

  /** System messages that the parts of a branch show. */
  async countSystem(conversationId: string, segments: readonly Segment[]): Promise<number> {
    const { rows } = await sql<{ readonly total: number }>`
      select count(*) as total
      from unnest(
        ${segments.map(({ branchId }) => branchId)}::text[],
        ${segments.map(({ low }) => low)}::bigint[],
        ${segments.map(({ high }) => high)}::bigint[]
      ) as part (branch_id, low, high)
      cross join lateral (
        select seq from messages
        where conversation_id = ${conversationId} and branch_id = part.branch_id
          and seq > part.low and seq <= part.high and role = 'system' and deleted_at is null
      ) as found`.execute(this.#db);
    return Number(rows[0]?.total ?? 0);
  }
}

interface MessageRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly branch_id: string;
  readonly parent_message_id: string | null;
  readonly role: string;
  readonly content: string;
  readonly client_message_id: string | null;
  readonly metadata: unknown;
  readonly seq: number;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly edited_at: Date | null;
}

function toMessage(row: MessageRow): Message {
  const role = row.role as MessageRole;
  const metadata = row.metadata as Message['metadata'];
  return {
    id: row.id,
    conversationId: row.conversation_id,
    branchId: row.branch_id,
    parentMessageId: row.parent_message_id ?? undefined,
    role,
    content: row.content,
    clientMessageId: row.client_message_id ?? undefined,
    metadata,
    citations: citationsOf({ role, metadata }),
    seq: row.seq,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    editedAt: row.edited_at ?? undefined,
  };
}
