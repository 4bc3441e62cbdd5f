import type { ConversationEvent, EventFilter } from '#src/domain/conversations/conversation-event.ts';
import { ConversationEventStore, eventCursor } from '#src/domain/conversations/conversation-event-store.ts';
import { findConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Cursors, Page, PageRequest } from '#src/domain/paging.ts';
import type { Work } from '#src/domain/work.ts';
import type { Database } from '#src/platform/db/database.ts';

/** The logs of the caller's conversations. */
export class ConversationEventService {
  readonly #db: Database;
  readonly #cursors: Cursors;

  constructor(parts: { db: Database; cursors: Cursors }) {
    this.#db = parts.db;
    this.#cursors = parts.cursors;
  }

  /** The log in its order. */
  async list(
    work: Work,
    conversationId: string,
    filter: EventFilter,
    request: PageRequest,
  ): Promise<Page<ConversationEvent>> {
    const { after: wanted, since, types } = filter;
    const filters = [conversationId, wanted, since?.getTime(), types && [...new Set(types)].sort()];
    const paged = this.#cursors.of(eventCursor, { owner: work.actor.userId, filters });
    const start = paged.startOf(request);
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
    return paged.toPage(rows, total, request);
  }
}
