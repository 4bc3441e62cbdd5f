import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#src/domain/accounts/actor.ts';
import type { ConversationEvent, EventFilter } from '#src/domain/conversations/conversation-event.ts';
import { ConversationEventStore } from '#src/domain/conversations/conversation-event-store.ts';
import { CONVERSATION_CHANNEL } from '#src/domain/conversations/conversation-log.ts';
import { ConversationStore } from '#src/domain/conversations/conversation-store.ts';
import { findConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Work } from '#src/domain/work.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { Notifications } from '#src/platform/notifications.ts';

const BATCH = 100;
/** Time between two looks at a log nobody was woken for: a notice that went missing must not matter. */
const CONNECTED_LOOK_MS = 10_000;
const DISCONNECTED_LOOK_MS = 2_000;

/** The logs of conversations as they are written, on whichever replica. The rows are the truth, notices only wake. */
export class ConversationFeed {
  readonly #db: Database;
  readonly #notifications: Notifications;

  constructor(parts: { db: Database; notifications: Notifications }) {
    this.#db = parts.db;
    this.#notifications = parts.notifications;
  }

  /** Events from a position on, then each as it is committed, until nobody waits for them any more or the end of the conversation. */
  async follow(
    work: Work,
    conversationId: string,
    filter: EventFilter,
  ): Promise<AsyncIterable<ConversationEvent>> {
    const { actor, signal } = work;
    const db = this.#db.executorOf(work);
    await findConversation(db, actor, conversationId);
    const before =
      filter.since === undefined
        ? 0
        : await new ConversationEventStore(db).seqBefore(conversationId, filter.since);
    return this.#follow(actor, conversationId, Math.max(filter.after ?? 0, before), filter.types, signal);
  }

  async *#follow(
    actor: Actor,
    conversationId: string,
    after: number,
    types: EventFilter['types'],
    signal: AbortSignal,
  ): AsyncGenerator<ConversationEvent> {
    const conversations = new ConversationStore(this.#db.kysely);
    const events = new ConversationEventStore(this.#db.kysely);
    const bell = new Bell(signal);
    const unsubscribe = this.#notifications.subscribe(CONVERSATION_CHANNEL, conversationId, () =>
      bell.ring(),
    );
    try {
      for (let last = after; !signal.aborted; ) {
        bell.silence();
        const conversation = await conversations.findOwned(actor.userId, conversationId);
        if (conversation === undefined) return;
        // Positions are given under the conversation's lock, so all up to its last are there to be read.
        const grown = conversation.eventSeq > last;
        const rows = grown ? await events.list(conversationId, last, types, { offset: 0 }, BATCH) : [];
        for (const event of rows) {
          yield event;
          last = event.seq;
        }
        if (rows.length > BATCH) continue;
        last = Math.max(last, conversation.eventSeq);
        await bell.rung(this.#notifications.connected ? CONNECTED_LOOK_MS : DISCONNECTED_LOOK_MS);
      }
    } finally {
      unsubscribe();
    }
  }
}

/** Remembers that it was rung, so that a wake between a look and the wait for the next one is not lost. */
class Bell {
  readonly #signal: AbortSignal;
  #heard = false;
  #waiting: AbortController | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  ring(): void {
    this.#heard = true;
    this.#waiting?.abort();
  }

  silence(): void {
    this.#heard = false;
  }

  /** Resolves when it is rung, the signal is aborted, or the time is up; spread, so that listeners do not look at once. */
  async rung(ms: number): Promise<void> {
    if (this.#heard || this.#signal.aborted) return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    const signal = AbortSignal.any([waiting.signal, this.#signal]);
    await sleep(ms * (0.8 + 0.4 * Math.random()), undefined, { signal, ref: false }).catch(() => undefined);
    this.#waiting = undefined;
  }
}
