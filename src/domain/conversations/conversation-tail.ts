import type {
  ConversationEvent,
  ConversationEventType,
} from '#src/domain/conversations/conversation-event.ts';
import type { ConversationEventStore } from '#src/domain/conversations/conversation-event-store.ts';

/** Events up to a position, of which some may have been left out. */
export interface EventBatch {
  readonly events: readonly ConversationEvent[];
  readonly upTo: number;
}

/** Events of one read. */
const BATCH = 100;
/** Events that are kept for who is a little behind. */
const KEPT = 20;

/**
 * The growing end of one conversation's log, for all who follow it in this process: what is new is read once, however
 * many wait for it.
 */
export class ConversationTail {
  readonly #conversationId: string;
  readonly #store: ConversationEventStore;
  readonly #followers = new Set<() => void>();
  /** The newest events that were read, without a gap. */
  #recent: readonly ConversationEvent[] = [];
  /** Position up to which the new events were read. */
  #readTo: number;
  #lastSeq: number;
  /** What was known to be committed when the last look was over, so that the next one has to find it. */
  #expected: number;
  #setBacks = 0;
  #gone = false;
  #reading: Promise<void> | undefined;

  /** `lastSeq` is a position that the log is known to have reached. */
  constructor(store: ConversationEventStore, conversationId: string, lastSeq: number) {
    this.#store = store;
    this.#conversationId = conversationId;
    this.#readTo = lastSeq;
    this.#lastSeq = lastSeq;
    this.#expected = lastSeq;
  }

  /** The position that the log is known to have reached. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** How often the log was found to end before what was known of it. */
  get setBacks(): number {
    return this.#setBacks;
  }

  /** The conversation was deleted. */
  get gone(): boolean {
    return this.#gone;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Calls back when there may be more to read. Returns what ends it. */
  follow(ring: () => void): () => void {
    this.#followers.add(ring);
    return () => this.#followers.delete(ring);
  }

  /** Takes note of the position that the log has reached. */
  reached(seq: number): void {
    if (seq <= this.#lastSeq) return;
    this.#lastSeq = seq;
    for (const ring of [...this.#followers]) ring();
  }

  /**
   * Takes note of a look at the log. One that finds less than was there when it began tells that the database was restored
   * to an earlier state. `behind` asks for another look: a notice can have come meanwhile, which is no reason to believe that.
   */
  looked(seq: number): 'current' | 'behind' {
    if (seq < this.#expected) this.#setBack(seq);
    else this.reached(seq);
    this.#expected = this.#lastSeq;
    return seq < this.#lastSeq ? 'behind' : 'current';
  }

  #setBack(seq: number): void {
    this.#setBacks++;
    this.#lastSeq = seq;
    this.#readTo = seq;
    this.#recent = [];
    for (const ring of [...this.#followers]) ring();
  }

  end(): void {
    this.#gone = true;
    for (const ring of [...this.#followers]) ring();
  }

  /** The next events behind a position, of some types or all. Undefined when nothing is behind it. */
  async after(
    seq: number,
    types: readonly ConversationEventType[] | undefined,
  ): Promise<EventBatch | undefined> {
    if (seq >= this.#lastSeq) return undefined;
    if (seq >= this.#readTo) await this.#readNew();
    const oldest = this.#recent[0];
    if (oldest === undefined || seq < oldest.seq - 1) return this.#readOwn(seq, types);
    const events = this.#recent.filter((event) => event.seq > seq && (types?.includes(event.type) ?? true));
    return { events, upTo: Math.max(seq, this.#readTo) };
  }

  #readNew(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    // Positions are given under the conversation's lock, so all up to its last are there to be read.
    const lastSeq = this.#lastSeq;
    const setBacks = this.#setBacks;
    const rows = await this.#store.list(
      this.#conversationId,
      this.#readTo,
      undefined,
      { offset: 0 },
      BATCH - 1,
    );
    if (setBacks !== this.#setBacks) return;
    // All who waited for this read have yet to take its rows.
    this.#recent = [...this.#recent, ...rows].slice(-Math.max(KEPT, rows.length));
    this.#readTo = endOf(rows, lastSeq);
  }

  /** For who is further behind than what is kept. */
  async #readOwn(seq: number, types: readonly ConversationEventType[] | undefined): Promise<EventBatch> {
    const lastSeq = this.#lastSeq;
    const rows = await this.#store.list(this.#conversationId, seq, types, { offset: 0 }, BATCH - 1);
    return { events: rows, upTo: endOf(rows, lastSeq) };
  }
}

/** Position up to which a read has found everything. A short one came to the end that was known when it began. */
function endOf(rows: readonly ConversationEvent[], lastSeq: number): number {
  const read = rows.at(-1)?.seq ?? 0;
  return rows.length < BATCH ? Math.max(read, lastSeq) : read;
}
