import {
  type ConversationEvent,
  type EventFilter,
  positionIn,
} from '#src/domain/conversations/conversation-event.ts';
import { ConversationEventStore } from '#src/domain/conversations/conversation-event-store.ts';
import { CONVERSATION_CHANNEL } from '#src/domain/conversations/conversation-log.ts';
import { ConversationStore } from '#src/domain/conversations/conversation-store.ts';
import { ConversationTail } from '#src/domain/conversations/conversation-tail.ts';
import { findConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Work } from '#src/domain/work.ts';
import type { Database } from '#src/platform/db/database.ts';
import type { Log } from '#src/platform/log.ts';
import type { Notifications, Wake } from '#src/platform/notifications.ts';
import { WatchedRows } from '#src/platform/watched-rows.ts';

/** Time between two looks at a log nobody was woken for: a notice that went missing must not matter. */
const LOOK_MS = 10_000;
const DISCONNECTED_LOOK_MS = 2_000;

/** What a follower is told: an event, or that the log ends before what was told already, as after a restore. */
export type FeedItem = { readonly event: ConversationEvent } | { readonly resetTo: number };

/** A tail and what ends its subscriptions. */
interface HeldTail {
  readonly tail: ConversationTail;
  readonly release: () => void;
}

/** The logs of conversations as they are written, on whichever replica. The rows are the truth, notices only wake. */
export class ConversationFeed {
  readonly #db: Database;
  readonly #notifications: Notifications;
  /** The position of the newest event in each followed log. */
  readonly #ends: WatchedRows<number>;
  readonly #tails = new Map<string, HeldTail>();

  constructor(parts: { db: Database; notifications: Notifications; problems: Log }) {
    this.#db = parts.db;
    this.#notifications = parts.notifications;
    const store = new ConversationStore(parts.db.kysely);
    this.#ends = new WatchedRows({
      read: (ids) => store.eventSeqsOf(ids),
      connected: () => parts.notifications.connected,
      everyMs: LOOK_MS,
      disconnectedEveryMs: DISCONNECTED_LOOK_MS,
      log: parts.problems,
      name: 'the conversations of open streams',
    });
  }

  /**
   * Events from a position on, then each as it is committed, until the signal or the end of the conversation. A position
   * past the end is answered with the end, behind which it goes on: to wait for the log to come there would omit events.
   */
  async follow(work: Work, conversationId: string, filter: EventFilter): Promise<AsyncIterable<FeedItem>> {
    const db = this.#db.executorOf(work);
    const conversation = await findConversation(db, work.actor, conversationId);
    const before =
      filter.since === undefined
        ? 0
        : await new ConversationEventStore(db).seqBefore(conversationId, filter.since);
    const { eventSeq } = conversation;
    const position = positionIn(eventSeq, filter);
    const after = position === undefined ? undefined : Math.max(position, before);
    return this.#follow(conversationId, { after, types: filter.types }, eventSeq, work.signal);
  }

  /** `lastSeq` is the end of the log as it was just read. */
  async *#follow(
    conversationId: string,
    { after, types }: Pick<EventFilter, 'after' | 'types'>,
    lastSeq: number,
    signal: AbortSignal,
  ): AsyncGenerator<FeedItem> {
    const tail = this.#hold(conversationId, lastSeq);
    const bell = new Bell();
    const leave = tail.follow(bell.ring);
    signal.addEventListener('abort', bell.ring, { once: true });
    try {
      if (after === undefined) yield { resetTo: lastSeq };
      let { setBacks } = tail;
      for (let last = after ?? lastSeq; !signal.aborted && !tail.gone; ) {
        bell.silence();
        if (tail.setBacks > setBacks) {
          setBacks = tail.setBacks;
          last = tail.lastSeq;
          yield { resetTo: last };
        }
        const batch = await tail.after(last, types);
        if (batch === undefined) {
          await bell.rung();
          continue;
        }
        for (const event of batch.events) yield { event };
        last = batch.upTo;
      }
    } finally {
      signal.removeEventListener('abort', bell.ring);
      leave();
      if (tail.followers === 0) this.#drop(conversationId, tail);
    }
  }

  /** The tail that all followers of a conversation share. */
  #hold(conversationId: string, lastSeq: number): ConversationTail {
    const held = this.#tails.get(conversationId);
    if (held !== undefined) {
      held.tail.reached(lastSeq);
      return held.tail;
    }
    const store = new ConversationEventStore(this.#db.kysely);
    const tail = new ConversationTail(store, conversationId, lastSeq);
    const wake = (wake: Wake): void => {
      if (wake.kind === 'change' && wake.seq !== undefined) tail.reached(wake.seq);
      else this.#ends.look(conversationId);
    };
    // Its first look finds what was written before it was subscribed to.
    const ends = [
      this.#notifications.subscribe(CONVERSATION_CHANNEL, conversationId, wake),
      this.#ends.watch(conversationId, {
        told: (seq) => {
          if (seq === undefined) tail.end();
          else if (tail.looked(seq) === 'behind') this.#ends.look(conversationId);
        },
      }),
    ];
    const release = (): void => {
      for (const end of ends) end();
    };
    this.#tails.set(conversationId, { tail, release });
    return tail;
  }

  #drop(conversationId: string, tail: ConversationTail): void {
    const held = this.#tails.get(conversationId);
    if (held?.tail !== tail) return;
    this.#tails.delete(conversationId);
    held.release();
  }
}

/** Remembers that it was rung, so that a wake between a look and the wait for the next one is not lost. */
class Bell {
  #heard = false;
  #waiting: (() => void) | undefined;

  readonly ring = (): void => {
    this.#heard = true;
    this.#waiting?.();
  };

  silence(): void {
    this.#heard = false;
  }

  /** Resolves when it is rung, or was since it was silenced. */
  async rung(): Promise<void> {
    if (this.#heard) return;
    await new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
    this.#waiting = undefined;
  }
}
