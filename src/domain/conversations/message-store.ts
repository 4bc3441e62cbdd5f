import type { Message, MessageRole } from '#src/domain/conversations/message.ts';
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
  ): Promise<{ message: Message; requestHash: Buffer | null } | undefined> {
    const row = await this.#db
      .selectFrom('messages')
      .select([...COLUMNS, 'messages.request_hash'])
      .where('messages.conversation_id', '=', conversationId)
      .where('messages.client_message_id', '=', clientMessageId)
      .executeTakeFirst();
    return row === undefined ? undefined : { message: toMessage(row), requestHash: row.request_hash };
  }

  async exists(conversationId: string, id: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('messages')
      .select('messages.id')
      .where('messages.conversation_id', '=', conversationId)
      .where('messages.id', '=', id)
      .where('messages.deleted_at', 'is', null)
      .executeTakeFirst();
    return row !== undefined;
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

  /** One row more than `size`. */
  async list(
    conversationId: string,
    branchId: string,
    start: Start<{ readonly seq: number }>,
    size: number,
  ): Promise<Message[]> {
    let query = this.#visible(conversationId, branchId)
      .select(COLUMNS)
      .orderBy('messages.seq')
      .limit(size + 1);
    if ('after' in start) query = query.where('messages.seq', '>', start.after.seq);
    else if (start.offset > 0) query = query.offset(start.offset);
    return (await query.execute()).map(toMessage);
  }

  async count(conversationId: string, branchId: string): Promise<number> {
    const row = await this.#visible(conversationId, branchId)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return Number(row.total);
  }

  #visible(conversationId: string, branchId: string) {
    return this.#db
      .selectFrom('messages')
      .where('messages.conversation_id', '=', conversationId)
      .where('messages.branch_id', '=', branchId)
      .where('messages.deleted_at', 'is', null);
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
  return {
    id: row.id,
    conversationId: row.conversation_id,
    branchId: row.branch_id,
    parentMessageId: row.parent_message_id ?? undefined,
    role: row.role as MessageRole,
    content: row.content,
    clientMessageId: row.client_message_id ?? undefined,
    metadata: row.metadata as Message['metadata'],
    seq: row.seq,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    editedAt: row.edited_at ?? undefined,
  };
}
