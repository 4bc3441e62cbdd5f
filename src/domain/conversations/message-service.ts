import { createHash } from 'node:crypto';
import type { Actor } from '#src/domain/accounts/actor.ts';
import { type Conversation, previewOf } from '#src/domain/conversations/conversation.ts';
import { ConversationStore } from '#src/domain/conversations/conversation-store.ts';
import { MAIN_BRANCH, type Message, type NewMessage } from '#src/domain/conversations/message.ts';
import { MessageStore, messageCursor } from '#src/domain/conversations/message-store.ts';
import { type Page, type PageRequest, startOf, toPage } from '#src/domain/paging.ts';
import { AppError, notFound, violation } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';

export interface WrittenMessage {
  readonly message: Message;
  /** True when this is the stored result of an earlier request with the same `client_message_id`. */
  readonly replayed: boolean;
}

/** Messages of the caller's conversations. */
export class MessageService {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(parts: { db: Database; clock: Clock; ids: Ids }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#ids = parts.ids;
  }

  /**
   * Writes a message and brings the conversation's count, preview and order up to date with it. The lock on the
   * conversation makes parallel retries of one message find the first one's row.
   */
  write(actor: Actor, conversationId: string, wanted: NewMessage): Promise<WrittenMessage> {
    if (wanted.wantsReply) {
      throw new AppError(
        'not_implemented',
        'Answers of the assistant are not part of this build yet; leave out `reply`.',
      );
    }
    const requestHash = wanted.clientMessageId === undefined ? undefined : hashOf(wanted);
    return this.#db.transact(async (tx) => {
      const conversations = new ConversationStore(tx);
      const messages = new MessageStore(tx);
      const conversation = await conversations.lockOwned(actor.userId, conversationId);
      if (conversation === undefined) throw notFound();
      const earlier = await findEarlier(messages, conversationId, wanted.clientMessageId, requestHash);
      if (earlier !== undefined) return { message: earlier, replayed: true };
      await assertReferences(messages, conversationId, wanted);
      const message = this.#make(conversationId, wanted, (await messages.lastSeq(conversationId)) + 1);
      await messages.insert(message, requestHash);
      await conversations.update(afterMessage(conversation, message));
      return { message, replayed: false };
    });
  }

  /** Messages of a branch, oldest first. */
  async list(
    actor: Actor,
    conversationId: string,
    branchId: string,
    request: PageRequest,
  ): Promise<Page<Message>> {
    const start = startOf(request, messageCursor);
    const conversation = await new ConversationStore(this.#db.kysely).findOwned(actor.userId, conversationId);
    if (conversation === undefined) throw notFound();
    const store = new MessageStore(this.#db.kysely);
    const [rows, total] = await Promise.all([
      store.list(conversationId, branchId, start, request.size),
      store.count(conversationId, branchId),
    ]);
    return toPage(rows, total, request, messageCursor);
  }

  #make(conversationId: string, wanted: NewMessage, seq: number): Message {
    const now = this.#clock.now();
    return {
      id: this.#ids.uuid(),
      conversationId,
      branchId: wanted.branchId,
      parentMessageId: wanted.parentMessageId,
      role: wanted.role,
      content: wanted.content,
      clientMessageId: wanted.clientMessageId,
      metadata: wanted.metadata,
      seq,
      version: 1,
      createdAt: now,
      updatedAt: now,
      editedAt: undefined,
    };
  }
}

async function findEarlier(
  messages: MessageStore,
  conversationId: string,
  clientMessageId: string | undefined,
  requestHash: Buffer | undefined,
): Promise<Message | undefined> {
  if (clientMessageId === undefined || requestHash === undefined) return undefined;
  const earlier = await messages.findByClientId(conversationId, clientMessageId);
  if (earlier === undefined) return undefined;
  if (earlier.requestHash?.equals(requestHash)) return earlier.message;
  throw new AppError(
    'idempotency_key_reused',
    'This client_message_id belongs to a message with another content.',
  );
}

async function assertReferences(
  messages: MessageStore,
  conversationId: string,
  wanted: NewMessage,
): Promise<void> {
  if (wanted.branchId !== MAIN_BRANCH)
    throw violation('body', '/branch_id', 'names no branch of this conversation', 'exists');
  if (wanted.clinicalContextId !== undefined) {
    throw violation('body', '/clinical_context_id', 'names no clinical context of yours', 'exists');
  }
  const parent = wanted.parentMessageId;
  if (parent !== undefined && !(await messages.exists(conversationId, parent))) {
    throw violation('body', '/parent_message_id', 'names no message of this conversation', 'exists');
  }
}

function afterMessage(conversation: Conversation, message: Message): Conversation {
  return {
    ...conversation,
    messageCount: conversation.messageCount + 1,
    lastMessagePreview: previewOf(message.content),
    lastMessageAt: message.createdAt,
    version: conversation.version + 1,
    updatedAt: message.createdAt,
  };
}

/** What makes two requests the same: everything the caller said about the message. */
function hashOf(wanted: NewMessage): Buffer {
  const said = [
    wanted.role,
    wanted.content,
    wanted.branchId,
    wanted.parentMessageId,
    wanted.clinicalContextId,
    canonical(wanted.metadata),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

/** JSON whose property order does not depend on the sender. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, child]) => [name, canonical(child)]);
}
