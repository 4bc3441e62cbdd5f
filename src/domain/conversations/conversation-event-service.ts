import type { ConversationEvent, EventFilter } from '#src/domain/conversations/conversation-event.ts';
import { ConversationEventStore, eventCursor } from '#src/domain/conversations/conversation-event-store.ts';
import { findConversation } from '#src/domain/conversations/own-conversation.ts';
import { type Page, type PageRequest, startOf, toPage } from '#src/domain/paging.ts';
import type { Work } from '#src/domain/work.ts';
import type { Database } from '#src/platform/db/database.ts';

/** The logs of the caller's conversations. */
export class ConversationEventService {
  readonly #db: Database;

  constructor(parts: { db: Database }) {
    this.#db = parts.db;
  }

  /** The log in its order. */
  async list(
    work: Work,
    conversationId: string,
    filter: EventFilter,
    request: PageRequest,
  ): Promise<Page<ConversationEvent>> {
    const start = startOf(request, eventCursor);
    const db = this.#db.executorOf(work);
    const conversation = await findConversation(db, work.actor, conversationId);
    const store = new ConversationEventStore(db);
    const before = filter.since === undefined ? 0 : await store.seqBefore(conversationId, filter.since);
    const after = Math.max(filter.after ?? 0, before);
    const rows = await store.list(conversationId, after, filter.types, start, request.size);
    const total =
      filter.types === undefined
        ? Math.max(0, conversation.eventSeq - after)
        : await store.countTypes(conversationId, after, filter.types);
    return toPage(rows, total, request, eventCursor);
  }
}
