import { AttachmentStore } from '#src/domain/attachments/attachment-store.ts';
import { ClinicalContextStore } from '#src/domain/clinical-contexts/clinical-context-store.ts';
import { branchesSharing } from '#src/domain/conversations/branch.ts';
import { BranchStore } from '#src/domain/conversations/branch-store.ts';
import { viewOf } from '#src/domain/conversations/branch-view.ts';
import {
  afterMessage,
  type Conversation,
  previewOf,
  spoken,
  touched,
  withoutMessage,
} from '#src/domain/conversations/conversation.ts';
import type { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import type { ConversationParts } from '#src/domain/conversations/conversation-service.ts';
import { MAIN_BRANCH, type Message, type NewMessage, placeOf } from '#src/domain/conversations/message.ts';
import { findEarlier, requestHashOf } from '#src/domain/conversations/message-retry.ts';
import { MessageStore, messageCursor } from '#src/domain/conversations/message-store.ts';
import { findConversation, lockConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Cursors, Page, PageRequest } from '#src/domain/paging.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, notFound, violation } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Executor } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';

export interface WrittenMessage {
  readonly message: Message;
  /** True when this is the stored result of an earlier request with the same `client_message_id`. */
  readonly replayed: boolean;
}

/** A message as a branch shows it. */
export interface BranchMessage {
  readonly message: Message;
  /** True when the message lies before the fork and belongs to an earlier branch. */
  readonly shared: boolean;
}

/** Messages of the caller's conversations. */
export class MessageService {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #log: ConversationLog;
  readonly #cursors: Cursors;

  constructor(parts: ConversationParts) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#ids = parts.ids;
    this.#log = parts.log;
    this.#cursors = parts.cursors;
  }

  /**
   * Writes a message and brings the conversation's counts, preview and order up to date with it. The lock on the
   * conversation makes parallel retries of one message find the first one's row.
   */
  write(work: Work, conversationId: string, wanted: NewMessage): Promise<WrittenMessage> {
    if (wanted.wantsReply) {
      throw new AppError(
        'not_implemented',
        'Answers of the assistant are not part of this build yet; leave out `reply`.',
      );
    }
    const requestHash = requestHashOf(wanted);
    return this.#db.transact(work, async (tx) => {
      const messages = new MessageStore(tx);
      const conversation = await lockConversation(tx, work.actor, conversationId);
      const earlier = await findEarlier(messages, conversationId, wanted.clientMessageId, requestHash);
      if (earlier !== undefined) {
        noteWritten(work, earlier);
        return { message: earlier, replayed: true };
      }
      await assertReferences(tx, conversation, wanted);
      if (wanted.branchId !== MAIN_BRANCH) await countInBranch(tx, conversationId, wanted.branchId);
      const message = this.#make(conversationId, wanted, (await messages.lastSeq(conversationId)) + 1);
      await messages.insert(message, requestHash);
      noteWritten(work, message);
      await this.#log.save(tx, afterMessage(conversation, message), [
        { type: 'message_created', ...placeOf(message), occurredAt: message.createdAt },
      ]);
      return { message, replayed: false };
    });
  }

  /**
   * Replaces the content of a message that the caller wrote; the former one is kept in its history. The same content
   * is no change, so that an edit can be repeated.
   */
  edit(
    work: Work,
    conversationId: string,
    id: string,
    content: string,
    condition: VersionCondition,
  ): Promise<Message> {
    return this.#db.transact(work, async (tx) => {
      const conversation = await lockConversation(tx, work.actor, conversationId);
      const present = await findForChange(tx, conversationId, id, condition);
      if (present.role === 'assistant')
        throw new AppError('conflict', 'An answer of the assistant cannot be edited.');
      if (present.content === content) return present;
      const now = this.#clock.now();
      const message = { ...present, content, version: present.version + 1, updatedAt: now, editedAt: now };
      await new MessageStore(tx).edit(message, { version: present.version, authorId: work.actor.userId });
      await this.#log.save(tx, await withNewest(tx, spoken(conversation, now)), [
        { type: 'message_edited', ...placeOf(message), changedFields: ['content'], occurredAt: now },
      ]);
      return message;
    });
  }

  /**
   * Takes a message out of every view, and its attachments away. Nothing is said by that, and what was said stays said: the
   * conversation keeps its place. Throws `conflict` when a branch was forked from it.
   */
  delete(work: Work, conversationId: string, id: string, condition: VersionCondition): Promise<void> {
    return this.#db.transact(work, async (tx) => {
      const conversation = await lockConversation(tx, work.actor, conversationId);
      const message = await findForChange(tx, conversationId, id, condition);
      await countDeleted(tx, message);
      const now = this.#clock.now();
      await new MessageStore(tx).markDeleted(id, now);
      await new AttachmentStore(tx).deleteOfMessage(id);
      await this.#log.save(tx, await withNewest(tx, withoutMessage(touched(conversation, now), message)), [
        { type: 'message_deleted', ...placeOf(message), occurredAt: now },
      ]);
    });
  }

  /** The messages of a branch, oldest first: those before its fork and its own. */
  async list(
    work: Work,
    conversationId: string,
    branchId: string,
    request: PageRequest,
  ): Promise<Page<BranchMessage>> {
    const scope = { owner: work.actor.userId, filters: [conversationId, branchId] };
    const paged = this.#cursors.of(messageCursor, scope);
    const start = paged.startOf(request);
    const db = this.#db.executorOf(work);
    const conversation = await findConversation(db, work.actor, conversationId);
    const { segments, total } = await viewOf(db, conversation, branchId);
    const rows = await new MessageStore(db).list(conversationId, segments, start, request.size);
    const page = paged.toPage(rows, total, request);
    const items = page.items.map((message) => ({ message, shared: message.branchId !== branchId }));
    return { ...page, items };
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
      citations: [],
      seq,
      version: 1,
      createdAt: now,
      updatedAt: now,
      editedAt: undefined,
    };
  }
}

function noteWritten({ action }: Work, { id, conversationId }: Message): void {
  action?.note({ object: { type: 'message', id }, details: { conversation_id: conversationId } });
}

/** Preview and time of the newest message as it is after a change. */
async function withNewest(tx: Executor, conversation: Conversation): Promise<Conversation> {
  const newest = await new MessageStore(tx).newest(conversation.id);
  return {
    ...conversation,
    lastMessagePreview: newest === undefined ? undefined : previewOf(newest.beginning),
    lastMessageAt: newest?.createdAt,
  };
}

async function findForChange(
  tx: Executor,
  conversationId: string,
  id: string,
  condition: VersionCondition,
): Promise<Message> {
  const message = await new MessageStore(tx).find(conversationId, id);
  if (message === undefined) throw notFound();
  assertVersion(message.version, condition);
  return message;
}

async function countDeleted(tx: Executor, message: Message): Promise<void> {
  const store = new BranchStore(tx);
  const branches = await store.list(message.conversationId);
  if (branches.some(({ parentMessageId }) => parentMessageId === message.id)) {
    throw new AppError('conflict', 'A branch was forked from this message.');
  }
  if (branches.length === 0) return;
  await store.countDeleted(message.conversationId, message.branchId, branchesSharing(branches, message));
}

async function countInBranch(tx: Executor, conversationId: string, branchId: string): Promise<void> {
  if (await new BranchStore(tx).countWritten(conversationId, branchId)) return;
  throw violation('body', '/branch_id', 'names no branch of this conversation', 'exists');
}

async function assertReferences(
  tx: Executor,
  { id, userId }: Conversation,
  wanted: NewMessage,
): Promise<void> {
  const { clinicalContextId: context, parentMessageId: parent } = wanted;
  if (context !== undefined && !(await new ClinicalContextStore(tx).isUsable(userId, id, context))) {
    const message = 'names no clinical context of this conversation, and none of yours that stands alone';
    throw violation('body', '/clinical_context_id', message, 'exists');
  }
  if (parent !== undefined && (await new MessageStore(tx).find(id, parent)) === undefined) {
    throw violation('body', '/parent_message_id', 'names no message of this conversation', 'exists');
  }
}
