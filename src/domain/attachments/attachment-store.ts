import { sql } from 'kysely';
import { type Attachment, kindOf } from '#src/domain/attachments/attachment.ts';
import type { Executor } from '#src/platform/db/database.ts';

const COLUMNS = [
  'attachments.id',
  'attachments.user_id',
  'attachments.conversation_id',
  'attachments.message_id',
  'attachments.file_name',
  'attachments.mime_type',
  'attachments.size_bytes',
  'attachments.sha256',
  'attachments.created_at',
] as const;

/** A message with its conversation and branch. */
export interface MessagePlace {
  readonly conversationId: string;
  readonly messageId: string;
  readonly branchId: string;
}

/** Rows of `attachments` and of `attachment_usage`. */
export class AttachmentStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** A message of the user's conversations that is not deleted. */
  async findMessage(userId: string, messageId: string): Promise<MessagePlace | undefined> {
    const row = await this.#db
      .selectFrom('messages')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .select(['messages.conversation_id', 'messages.branch_id'])
      .where('messages.id', '=', messageId)
      .where('messages.deleted_at', 'is', null)
      .where('conversations.user_id', '=', userId)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return { conversationId: row.conversation_id, messageId, branchId: row.branch_id };
  }

  async findOwned(userId: string, id: string): Promise<Attachment | undefined> {
    const row = await this.#db
      .selectFrom('attachments')
      .innerJoin('conversations', 'conversations.id', 'attachments.conversation_id')
      .select(COLUMNS)
      .where('attachments.id', '=', id)
      .where('conversations.user_id', '=', userId)
      .executeTakeFirst();
    return row === undefined ? undefined : toAttachment(row);
  }

  /** Those of a message, oldest first. */
  listOfMessage(messageId: string): Promise<Attachment[]> {
    return this.listOfMessages([messageId]);
  }

  /** Those of some messages, for each message oldest first. */
  async listOfMessages(messageIds: readonly string[]): Promise<Attachment[]> {
    const rows = await this.#db
      .selectFrom('attachments')
      .select(COLUMNS)
      .where('attachments.message_id', 'in', messageIds)
      .orderBy('attachments.message_id')
      .orderBy('attachments.created_at')
      .orderBy('attachments.id')
      .execute();
    return rows.map(toAttachment);
  }

  /** Of the given ids, those that exist. */
  async existing(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db
      .selectFrom('attachments')
      .select('attachments.id')
      .where('attachments.id', 'in', ids)
      .execute();
    return rows.map(({ id }) => id);
  }

  async insert(attachment: Attachment): Promise<void> {
    await this.#db
      .insertInto('attachments')
      .values({
        id: attachment.id,
        user_id: attachment.userId,
        conversation_id: attachment.conversationId,
        message_id: attachment.messageId,
        file_name: attachment.fileName,
        mime_type: attachment.mimeType,
        size_bytes: attachment.sizeBytes,
        sha256: attachment.sha256,
        created_at: attachment.createdAt,
      })
      .execute();
  }

  /** Deletes the row; the database frees the quota and leaves the blob to the outbox. False when there is none. */
  async delete(id: string): Promise<boolean> {
    const result = await this.#db
      .deleteFrom('attachments')
      .where('attachments.id', '=', id)
      .executeTakeFirst();
    return result.numDeletedRows > 0n;
  }

  /** Deletes those of a message, as `delete` does. */
  async deleteOfMessage(messageId: string): Promise<void> {
    await this.#db.deleteFrom('attachments').where('attachments.message_id', '=', messageId).execute();
  }

  async usedBytes(userId: string): Promise<number> {
    const row = await this.#db
      .selectFrom('attachment_usage')
      .select('attachment_usage.bytes')
      .where('attachment_usage.user_id', '=', userId)
      .executeTakeFirst();
    return row?.bytes ?? 0;
  }

  /**
   * Takes some of the user's quota, and the lock of its row with it, so that parallel uploads never take more than there
   * is. False when there is not so much left.
   */
  async takeQuota(userId: string, bytes: number, quotaBytes: number): Promise<boolean> {
    const { rows } = await sql`
      insert into attachment_usage as used (user_id, bytes)
      select ${userId}::uuid, ${bytes}::bigint where ${bytes}::bigint <= ${quotaBytes}::bigint
      on conflict (user_id) do update set bytes = used.bytes + excluded.bytes
        where used.bytes + excluded.bytes <= ${quotaBytes}::bigint
      returning bytes`.execute(this.#db);
    return rows.length > 0;
  }
}

interface AttachmentRow {
  readonly id: string;
  readonly user_id: string;
  readonly conversation_id: string;
  readonly message_id: string;
  readonly file_name: string;
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly created_at: Date;
}

function toAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    userId: row.user_id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    fileName: row.file_name,
    mimeType: row.mime_type,
    kind: kindOf(row.mime_type),
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    createdAt: row.created_at,
  };
}
