import {
  type ConversationEvent,
  type EventFilter,
  positionIn,
} from '#src/domain/conversations/conversation-event.ts';
import { ConversationEventStore, eventCursor } from '#src/domain/conversations/conversation-event-store.ts';
import { findConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Cursors, Page, PageRequest } from '#src/domain/paging.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, type Violation } from '#src/errors.ts';
import type { Database } from '#src/platform/db/database.ts';

/** The logs of the caller's conversations. */
export class ConversationEventService {
  readonly #db: Database;
  readonly #cursors: Cursors;

  constructor(parts: { db: Database; cursors: Cursors }) {
    this.#db = parts.db;
    this.#cursors = parts.cursors;
  }

  /** The log in its order. Throws `position_past_end`. */
  async list(
    work: Work,
    conversationId: string,
    filter: EventFilter,
    request: PageRequest,
  ): Promise<Page<ConversationEvent>> {
    const { after: wanted, lastReceived, since, types } = filter;
    const sorted = types && [...new Set(types)].sort();
    const filters = [conversationId, wanted, lastReceived, since?.getTime(), sorted];
    const paged = this.#cursors.of(eventCursor, { owner: work.actor.userId, filters });
    const start = paged.startOf(request);
    const db = this.#db.executorOf(work);
    const conversation = await findConversation(db, work.actor, conversationId);
    const position = positionIn(conversation.eventSeq, filter);
    if (position === undefined) throw pastEnd(conversation.eventSeq, filter);
    const store = new ConversationEventStore(db);
    const before = filter.since === undefined ? 0 : await store.seqBefore(conversationId, filter.since);
    const after = Math.max(position, before);
    const rows = await store.list(conversationId, after, filter.types, start, request.size);
    const total =
      filter.types === undefined
        ? Math.max(0, conversation.eventSeq - after)
        : await store.countTypes(conversationId, after, filter.types);
    return paged.toPage(rows, total, request);
  }
}

function pastEnd(lastSeq: number, { after = 0, lastReceived = 0 }: EventFilter): AppError {
  const detail = `The log ends at ${lastSeq}. You hold what is not there any more: read the conversation again, and go on after ${lastSeq}.`;
  const message = `lies past the end of the log, which is ${lastSeq}`;
  const violations: Violation[] = [];
  if (after > lastSeq) violations.push({ in: 'query', path: '/after', message, rule: 'maximum' });
  if (lastReceived > lastSeq)
    violations.push({ in: 'header', path: '/last-event-id', message, rule: 'maximum' });
  return new AppError('position_past_end', detail, { violations });
}
