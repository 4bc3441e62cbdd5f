import type { Actor } from '#src/domain/accounts/actor.ts';
import { ClinicalContextStore } from '#src/domain/clinical-contexts/clinical-context-store.ts';
import {
  type Conversation,
  type ConversationChange,
  type ConversationFilter,
  touched,
} from '#src/domain/conversations/conversation.ts';
import type { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import { ConversationStore, conversationCursor } from '#src/domain/conversations/conversation-store.ts';
import { findConversation, lockConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Cursors, Page, PageRequest } from '#src/domain/paging.ts';
import { soughtParts } from '#src/domain/search.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import { violation } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Transaction } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';

export interface ConversationParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: ConversationLog;
  readonly cursors: Cursors;
}

/** Conversations of the caller. What belongs to another is answered as what does not exist. */
export class ConversationService {
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

  async create(work: Work, wanted: { title: string; folderId: string | undefined }): Promise<Conversation> {
    const now = this.#clock.now();
    const conversation: Conversation = {
      id: this.#ids.uuid(),
      userId: work.actor.userId,
      title: wanted.title,
      folderId: wanted.folderId,
      archived: false,
      version: 1,
      messageCount: 0,
      mainMessageCount: 0,
      eventSeq: 0,
      lastMessagePreview: undefined,
      lastMessageAt: undefined,
      lastActivityAt: now,
      createdAt: now,
      updatedAt: now,
    };
    await this.#db.transact(work, async (tx) => {
      const store = new ConversationStore(tx);
      await assertFolder(store, work.actor, wanted.folderId);
      await store.insert(conversation);
      work.action?.note({ object: { type: 'conversation', id: conversation.id } });
      await this.#log.append(tx, conversation.id, { type: 'conversation_created', occurredAt: now });
    });
    return conversation;
  }

  get(work: Work, id: string): Promise<Conversation> {
    return findConversation(this.#db.executorOf(work), work.actor, id);
  }

  /** The caller's conversations, newest activity first. */
  async list(work: Work, filter: ConversationFilter, request: PageRequest): Promise<Page<Conversation>> {
    const { userId } = work.actor;
    const { archived, folderId, search } = filter;
    const sought = search && soughtParts(search);
    const scope = { owner: userId, filters: [archived, folderId, sought?.plain, sought?.accented] };
    const list = this.#cursors.of(conversationCursor, scope);
    const start = list.startOf(request);
    const store = new ConversationStore(this.#db.executorOf(work));
    const narrowed = await store.narrowed(userId, { archived, folderId, sought });
    const [rows, total] = await Promise.all([
      store.listOwned(userId, narrowed, start, request.size),
      store.countOwned(userId, narrowed),
    ]);
    return list.toPage(rows, total, request);
  }

  /** Changes the given fields; what is so already is no change. Throws `precondition_failed` when the caller's version is stale. */
  update(
    work: Work,
    id: string,
    change: ConversationChange,
    condition: VersionCondition,
  ): Promise<Conversation> {
    return this.#db.transact(work, async (tx) => {
      const store = new ConversationStore(tx);
      const present = await lockForChange(tx, work.actor, id, condition);
      const folderId = change.folderId ?? undefined;
      if (folderId !== present.folderId) await assertFolder(store, work.actor, folderId);
      const changed: Conversation = {
        ...touched(present, this.#clock.now()),
        title: change.title ?? present.title,
        archived: change.archived ?? present.archived,
        folderId: change.folderId === undefined ? present.folderId : (change.folderId ?? undefined),
      };
      const changedFields = differences(present, changed);
      if (changedFields.length === 0) return present;
      const occurredAt = changed.updatedAt;
      await this.#log.save(tx, changed, [{ type: 'conversation_updated', changedFields, occurredAt }]);
      return changed;
    });
  }

  /** Deletes the conversation with its messages. Its clinical context stays and stands alone from then on. */
  delete(work: Work, id: string, condition: VersionCondition): Promise<void> {
    return this.#db.transact(work, async (tx) => {
      await lockForChange(tx, work.actor, id, condition);
      await new ClinicalContextStore(tx).leaveConversation(id, this.#clock.now());
      await new ConversationStore(tx).delete(id);
      await this.#log.end(tx, id);
    });
  }
}

const FIELD_NAMES = { title: 'title', archived: 'archived', folderId: 'folder_id' } as const;

/** Names on the wire of the fields that are not the same. */
function differences(present: Conversation, changed: Conversation): string[] {
  const fields = Object.keys(FIELD_NAMES) as (keyof typeof FIELD_NAMES)[];
  return fields.filter((field) => present[field] !== changed[field]).map((field) => FIELD_NAMES[field]);
}

async function lockForChange(
  tx: Transaction,
  actor: Actor,
  id: string,
  condition: VersionCondition,
): Promise<Conversation> {
  const present = await lockConversation(tx, actor, id);
  assertVersion(present.version, condition);
  return present;
}

async function assertFolder(
  store: ConversationStore,
  actor: Actor,
  folderId: string | undefined,
): Promise<void> {
  if (folderId === undefined || (await store.holdFolder(actor.userId, folderId))) return;
  throw violation('body', '/folder_id', 'names no folder of yours', 'exists');
}
