import { type SqlBool, sql } from 'kysely';
import type {
  ConversationEvent,
  ConversationEventType,
  Happening,
  LogPlace,
} from '#src/domain/conversations/conversation-event.ts';
import type { CursorForm, Start } from '#src/domain/paging.ts';
import type { Executor } from '#src/platform/db/database.ts';

const COLUMNS = [
  'conversation_events.seq',
  'conversation_events.type',
  'conversation_events.conversation_id',
  'conversation_events.message_id',
  'conversation_events.branch_id',
  'conversation_events.changed_fields',
  'conversation_events.occurred_at',
] as const;

/** The log is read in its own order. */
export const eventCursor: CursorForm<ConversationEvent, { readonly seq: number }> = {
  list: 'conversation_events',
  keyOf: (event) => [event.seq],
  parse: ([seq]) => (typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? { seq } : undefined),
};

/** Rows of `conversation_events`. */
export class ConversationEventStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /**
   * Writes one event at a position. The caller holds the lock of the conversation and keeps `seq` as its last one.
   * `type_seq` counts the events of one type, so that a filtered list is counted by reading its ends.
   */
  async insert(conversationId: string, seq: number, happening: Happening): Promise<void> {
    await sql`
      insert into conversation_events
        (conversation_id, seq, type, type_seq, message_id, branch_id, changed_fields, occurred_at)
      values (
        ${conversationId}, ${seq}, ${happening.type},
        1 + coalesce((
          select type_seq from conversation_events
          where conversation_id = ${conversationId} and type = ${happening.type}
          order by seq desc limit 1), 0),
        ${happening.messageId ?? null}, ${happening.branchId ?? null},
        ${JSON.stringify(happening.changedFields ?? [])},
        greatest(${happening.occurredAt}::timestamptz, (
          select occurred_at from conversation_events
          where conversation_id = ${conversationId} order by seq desc limit 1)))`.execute(this.#db);
  }

  /** Writes the same event into many logs, as `insert` does into one. */
  async insertEach(places: readonly LogPlace[], happening: Happening): Promise<void> {
    const ids = places.map(({ conversationId }) => conversationId);
    const seqs = places.map(({ seq }) => seq);
    await sql`
      insert into conversation_events
        (conversation_id, seq, type, type_seq, message_id, branch_id, changed_fields, occurred_at)
      select
        place.id, place.seq, ${happening.type},
        1 + coalesce((
          select type_seq from conversation_events as earlier
          where earlier.conversation_id = place.id and earlier.type = ${happening.type}
          order by earlier.seq desc limit 1), 0),
        ${happening.messageId ?? null}, ${happening.branchId ?? null},
        ${JSON.stringify(happening.changedFields ?? [])},
        greatest(${happening.occurredAt}::timestamptz, (
          select earlier.occurred_at from conversation_events as earlier
          where earlier.conversation_id = place.id order by earlier.seq desc limit 1))
      from unnest(${ids}::uuid[], ${seqs}::bigint[]) as place (id, seq)`.execute(this.#db);
  }

  /** Position before the first event at or after a time. */
  async seqBefore(conversationId: string, since: Date): Promise<number> {
    const row = await this.#db
      .selectFrom('conversation_events')
      .select('conversation_events.seq')
      .where('conversation_events.conversation_id', '=', conversationId)
      .where('conversation_events.occurred_at', '<', since)
      .orderBy('conversation_events.occurred_at', 'desc')
      .orderBy('conversation_events.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.seq ?? 0;
  }

  /** One row more than `size`, of those behind `after`. */
  async list(
    conversationId: string,
    after: number,
    types: readonly ConversationEventType[] | undefined,
    start: Start<{ readonly seq: number }>,
    size: number,
  ): Promise<ConversationEvent[]> {
    let query = this.#db
      .selectFrom('conversation_events')
      .select(COLUMNS)
      .where('conversation_events.conversation_id', '=', conversationId)
      .where('conversation_events.seq', '>', 'after' in start ? Math.max(after, start.after.seq) : after)
      .orderBy('conversation_events.seq')
      .limit(size + 1);
    if (types !== undefined) {
      const positions = positionsOf(conversationId, types, after, start, size);
      query = query.where(sql<SqlBool>`conversation_events.seq in (${positions})`);
    } else if ('offset' in start && start.offset > 0) {
      query = query.offset(start.offset);
    }
    return (await query.execute()).map(toEvent);
  }

  /** Events of these types behind a position: for each type the difference of its counters at both ends. */
  async countTypes(
    conversationId: string,
    after: number,
    types: readonly ConversationEventType[],
  ): Promise<number> {
    const lastOf = (bound: number) => sql`coalesce((
      select type_seq from conversation_events
      where conversation_id = ${conversationId} and type = wanted.type and seq <= ${bound}
      order by seq desc limit 1), 0)`;
    const { rows } = await sql<{ total: number }>`
      select coalesce(sum(${lastOf(Number.MAX_SAFE_INTEGER)} - ${lastOf(after)}), 0)::bigint as total
      from unnest(${[...new Set(types)]}::text[]) as wanted (type)`.execute(this.#db);
    return rows[0]?.total ?? 0;
  }
}

/** Positions of a page of the given types. Each type gives as many as the page may need, from its own index. */
function positionsOf(
  conversationId: string,
  types: readonly ConversationEventType[],
  after: number,
  start: Start<{ readonly seq: number }>,
  size: number,
) {
  const low = 'after' in start ? Math.max(after, start.after.seq) : after;
  const offset = 'offset' in start ? start.offset : 0;
  return sql`
    select found.seq from unnest(${[...new Set(types)]}::text[]) as wanted (type)
    cross join lateral (
      select seq from conversation_events
      where conversation_id = ${conversationId} and type = wanted.type and seq > ${low}
      order by seq limit ${offset + size + 1}) as found
    order by found.seq offset ${offset} limit ${size + 1}`;
}

interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly conversation_id: string;
  readonly message_id: string | null;
  readonly branch_id: string | null;
  readonly changed_fields: unknown;
  readonly occurred_at: Date;
}

function toEvent(row: EventRow): ConversationEvent {
  return {
    seq: row.seq,
    type: row.type as ConversationEventType,
    conversationId: row.conversation_id,
    messageId: row.message_id ?? undefined,
    branchId: row.branch_id ?? undefined,
    changedFields: row.changed_fields as readonly string[],
    occurredAt: row.occurred_at,
  };
}
