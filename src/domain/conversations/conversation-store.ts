import { sql } from 'kysely';
import type { Conversation, ConversationFilter } from '#src/domain/conversations/conversation.ts';
import type { LogPlace } from '#src/domain/conversations/conversation-event.ts';
import { type CursorForm, cursorTime, cursorUuid, type Start } from '#src/domain/paging.ts';
import { containing, type SoughtParts } from '#src/domain/search.ts';
import type { Executor } from '#src/platform/db/database.ts';
import { fold } from '#src/platform/fold.ts';

const COLUMNS = [
  'conversations.id',
  'conversations.user_id',
  'conversations.title',
  'conversations.folder_id',
  'conversations.archived',
  'conversations.version',
  'conversations.message_count',
  'conversations.main_message_count',
  'conversations.event_seq',
  'conversations.last_message_preview',
  'conversations.last_message_at',
  'conversations.last_activity_at',
  'conversations.created_at',
  'conversations.updated_at',
] as const;

/** Matches of a search that are counted: more would make it slower the more there are. */
const SEARCH_COUNTED = 200;
/** Matches of a search for one or two letters that are read by their ids. */
const SEARCH_NAMED = 1_000;

/** Letters of a search that trigrams do not find. */
const SHORT_PART = 2;

/** A filter as the columns have it. */
interface StoredFilter extends Omit<ConversationFilter, 'search'> {
  readonly sought: SoughtParts | undefined;
}

/** A filter with the conversations that a search can find, or that they are more than are counted. */
export interface NarrowedFilter extends StoredFilter {
  readonly among?: readonly string[] | 'many';
}

/** Position in the list: newest activity first, the id breaks ties. */
export interface ConversationKey {
  readonly lastActivityAt: Date;
  readonly id: string;
}

export const conversationCursor: CursorForm<Conversation, ConversationKey> = {
  list: 'conversations',
  keyOf: (row) => [row.lastActivityAt.getTime(), row.id],
  parse: ([time, id]) => {
    const lastActivityAt = cursorTime(time);
    const uuid = cursorUuid(id);
    return lastActivityAt === undefined || uuid === undefined ? undefined : { lastActivityAt, id: uuid };
  },
};

/** Rows of `conversations`. */
export class ConversationStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(conversation: Conversation): Promise<void> {
    await this.#db
      .insertInto('conversations')
      .values({
        id: conversation.id,
        user_id: conversation.userId,
        created_at: conversation.createdAt,
        ...changing(conversation),
      })
      .execute();
  }

  async findOwned(userId: string, id: string): Promise<Conversation | undefined> {
    const row = await this.#owned(userId, id).executeTakeFirst();
    return row === undefined ? undefined : toConversation(row);
  }

  /** Locks the row, so that changes of one conversation come one after the other. */
  async lockOwned(userId: string, id: string): Promise<Conversation | undefined> {
    const row = await this.#owned(userId, id).forUpdate().executeTakeFirst();
    return row === undefined ? undefined : toConversation(row);
  }

  /**
   * Looks up the titles of a search for one or two letters, of which trigrams know nothing: rows that match are then
   * read by their ids when they are few, and met soon along the list when they are many.
   */
  async narrowed(userId: string, filter: StoredFilter): Promise<NarrowedFilter> {
    const letters = filter.sought?.plain ?? '';
    if (letters === '' || [...letters].length > SHORT_PART) return filter;
    const rows = await this.#db
      .selectFrom('conversation_titles')
      .select('conversation_titles.conversation_id')
      .where(sql<boolean>`conversation_titles.keys @> array[title_key(${userId}, ${letters})]`)
      .limit(SEARCH_NAMED + 1)
      .execute();
    const among = rows.length > SEARCH_NAMED ? 'many' : rows.map((row) => row.conversation_id);
    return { ...filter, among };
  }

  /** One row more than `size`, so that the caller sees whether there is another page. */
  async listOwned(
    userId: string,
    filter: NarrowedFilter,
    start: Start<ConversationKey>,
    size: number,
  ): Promise<Conversation[]> {
    let query = this.#matching(userId, filter)
      .select(COLUMNS)
      .orderBy('conversations.last_activity_at', 'desc')
      .orderBy('conversations.id', 'desc')
      .limit(size + 1);
    if ('after' in start) {
      const { lastActivityAt, id } = start.after;
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('conversations.last_activity_at', 'conversations.id'), '<', tuple(lastActivityAt, id)),
      );
    } else if (start.offset > 0) {
      // The rows before the page are passed in the index alone.
      const picked = this.#matching(userId, filter)
        .select('conversations.id')
        .orderBy('conversations.last_activity_at', 'desc')
        .orderBy('conversations.id', 'desc')
        .limit(size + 1)
        .offset(start.offset);
      query = query.where('conversations.id', 'in', picked);
    }
    return (await query.execute()).map(toConversation);
  }

  /** Rows of the whole list, kept by the database; those of a search are counted up to `SEARCH_COUNTED`. */
  async countOwned(userId: string, filter: NarrowedFilter): Promise<number> {
    if (filter.sought !== undefined) return this.#countMatching(userId, filter);
    let query = this.#db
      .selectFrom('conversation_counts')
      .select((eb) => eb.fn.sum<number | null>('conversation_counts.conversations').as('total'))
      .where('conversation_counts.user_id', '=', userId)
      .where('conversation_counts.scope', '=', filter.folderId ?? userId);
    if (filter.archived !== undefined)
      query = query.where('conversation_counts.archived', '=', filter.archived);
    const row = await query.executeTakeFirstOrThrow();
    return Number(row.total ?? 0);
  }

  async #countMatching(userId: string, filter: NarrowedFilter): Promise<number> {
    const { among, archived, folderId, sought } = filter;
    const isNarrower = archived !== undefined || folderId !== undefined || sought?.accented !== undefined;
    if (among === 'many' && !isNarrower) return SEARCH_COUNTED;
    const row = await this.#db
      .selectFrom(
        this.#matching(userId, filter).select('conversations.id').limit(SEARCH_COUNTED).as('matching'),
      )
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return Number(row.total);
  }

  async update(conversation: Conversation): Promise<void> {
    await this.#db
      .updateTable('conversations')
      .set(changing(conversation))
      .where('conversations.id', '=', conversation.id)
      .execute();
  }

  /** Takes the next position of the log, and the lock of the conversation with it. Undefined when there is none. */
  async nextEventSeq(id: string): Promise<number | undefined> {
    const row = await this.#db
      .updateTable('conversations')
      .set((eb) => ({ event_seq: eb('conversations.event_seq', '+', 1) }))
      .where('conversations.id', '=', id)
      .returning('conversations.event_seq')
      .executeTakeFirst();
    return row?.event_seq;
  }

  /** Last positions of the logs of those of the conversations that are there. */
  async eventSeqsOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#db
      .selectFrom('conversations')
      .select(['conversations.id', 'conversations.event_seq'])
      .where(sql<boolean>`conversations.id = any(${ids}::uuid[])`)
      .execute();
    return new Map(rows.map((row) => [row.id, row.event_seq]));
  }

  async delete(id: string): Promise<void> {
    await this.#db.deleteFrom('conversations').where('conversations.id', '=', id).execute();
  }

  /** Takes the conversations out of a folder and gives the position that each of them takes in its log for that. */
  async leaveFolder(userId: string, folderId: string): Promise<LogPlace[]> {
    const rows = await this.#db
      .updateTable('conversations')
      .set((eb) => ({
        folder_id: null,
        version: eb('conversations.version', '+', 1),
        event_seq: eb('conversations.event_seq', '+', 1),
      }))
      .where('conversations.folder_id', '=', folderId)
      .where('conversations.user_id', '=', userId)
      .returning(['conversations.id', 'conversations.event_seq'])
      .execute();
    return rows.map((row) => ({ conversationId: row.id, seq: Number(row.event_seq) }));
  }

  /** True when the conversation exists and belongs to the user; it cannot be deleted until the transaction ends. */
  async holdOwned(userId: string, id: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('conversations')
      .select('conversations.id')
      .where('conversations.id', '=', id)
      .where('conversations.user_id', '=', userId)
      .forKeyShare()
      .executeTakeFirst();
    return row !== undefined;
  }

  /** True when the folder exists and belongs to the user; it cannot be deleted until the transaction ends. */
  async holdFolder(userId: string, folderId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('folders')
      .select('folders.id')
      .where('folders.id', '=', folderId)
      .where('folders.user_id', '=', userId)
      .forKeyShare()
      .executeTakeFirst();
    return row !== undefined;
  }

  #owned(userId: string, id: string) {
    return this.#db
      .selectFrom('conversations')
      .select(COLUMNS)
      .where('conversations.id', '=', id)
      .where('conversations.user_id', '=', userId);
  }

  #matching(userId: string, filter: NarrowedFilter) {
    let query = this.#db.selectFrom('conversations').where('conversations.user_id', '=', userId);
    if (filter.archived !== undefined) query = query.where('conversations.archived', '=', filter.archived);
    if (filter.folderId !== undefined) query = query.where('conversations.folder_id', '=', filter.folderId);
    if (Array.isArray(filter.among))
      query = query.where(sql<boolean>`conversations.id = any(${filter.among}::uuid[])`);
    if (filter.sought === undefined) return query;
    const { plain, accented } = filter.sought;
    query = query.where(sql<boolean>`conversations.title_folded like ${containing(plain)}`);
    if (accented === undefined) return query;
    return query.where(
      sql<boolean>`coalesce(conversations.title_accented, conversations.title_folded) like ${containing(accented)}`,
    );
  }
}

interface ConversationRow {
  readonly id: string;
  readonly user_id: string;
  readonly title: string;
  readonly folder_id: string | null;
  readonly archived: boolean;
  readonly version: number;
  readonly message_count: number;
  readonly main_message_count: number;
  readonly event_seq: number;
  readonly last_message_preview: string | null;
  readonly last_message_at: Date | null;
  readonly last_activity_at: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Columns that a change may touch. */
function changing(conversation: Conversation) {
  const { plain, accented } = fold(conversation.title);
  return {
    title: conversation.title,
    title_folded: plain,
    // Null for the many titles without accents.
    title_accented: accented === plain ? null : accented,
    folder_id: conversation.folderId ?? null,
    archived: conversation.archived,
    version: conversation.version,
    message_count: conversation.messageCount,
    main_message_count: conversation.mainMessageCount,
    event_seq: conversation.eventSeq,
    last_message_preview: conversation.lastMessagePreview ?? null,
    last_message_at: conversation.lastMessageAt ?? null,
    last_activity_at: conversation.lastActivityAt,
    updated_at: conversation.updatedAt,
  };
}

function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    userId: row.user_id,
    title: row.title,
    folderId: row.folder_id ?? undefined,
    archived: row.archived,
    version: row.version,
    messageCount: row.message_count,
    mainMessageCount: row.main_message_count,
    eventSeq: row.event_seq,
    lastMessagePreview: row.last_message_preview ?? undefined,
    lastMessageAt: row.last_message_at ?? undefined,
    lastActivityAt: row.last_activity_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
