import { sql } from 'kysely';
import type { AuditDetails, ChainedEntry } from '#src/domain/audit/audit-entry.ts';
import type { Executor } from '#src/platform/db/database.ts';

/** The newest entry of the chain. */
export interface ChainHead {
  readonly seq: number;
  readonly mac: Buffer;
  readonly keyId: string;
  readonly seal: Buffer;
}

const COLUMNS = [
  'audit_entries.seq',
  'audit_entries.occurred_at',
  'audit_entries.action',
  'audit_entries.operation',
  'audit_entries.outcome',
  'audit_entries.error_code',
  'audit_entries.actor_id',
  'audit_entries.actor_role',
  'audit_entries.object_type',
  'audit_entries.object_id',
  'audit_entries.request_id',
  'audit_entries.ip',
  'audit_entries.details',
  'audit_entries.key_id',
  'audit_entries.mac',
] as const;

/** Rows of `audit_entries` and the one of `audit_head`. */
export class AuditStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async findHead(): Promise<ChainHead | undefined> {
    const row = await this.#head().executeTakeFirst();
    return row === undefined ? undefined : toHead(row);
  }

  /** The head of the chain, locked until the transaction ends, so that entries follow each other. */
  async lockHead(): Promise<ChainHead | undefined> {
    const row = await this.#head().forUpdate().executeTakeFirst();
    return row === undefined ? undefined : toHead(row);
  }

  /** Creates the head of an empty chain, unless another process has done so. */
  async insertHead(head: ChainHead): Promise<void> {
    await this.#db
      .insertInto('audit_head')
      .values({ seq: head.seq, mac: head.mac, key_id: head.keyId, seal: head.seal })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Appends an entry and moves the head to it, in one statement. */
  async append(entry: ChainedEntry, seal: Buffer): Promise<void> {
    await this.#db
      .with('entry', (db) => db.insertInto('audit_entries').values(toRow(entry)))
      .updateTable('audit_head')
      .set({ seq: entry.seq, mac: entry.mac, key_id: entry.keyId, seal })
      .execute();
  }

  /** Appends entries with given links, to fill a trail for tests and measurements. */
  async insertMany(entries: readonly ChainedEntry[]): Promise<void> {
    await this.#db.insertInto('audit_entries').values(entries.map(toRow)).execute();
  }

  async updateHead(head: ChainHead): Promise<void> {
    await this.#db
      .updateTable('audit_head')
      .set({ seq: head.seq, mac: head.mac, key_id: head.keyId, seal: head.seal })
      .execute();
  }

  /** Entries behind a position, in order. */
  async listAfter(seq: number, limit: number): Promise<ChainedEntry[]> {
    const rows = await this.#db
      .selectFrom('audit_entries')
      .select(COLUMNS)
      .where('audit_entries.seq', '>', seq)
      .orderBy('audit_entries.seq')
      .limit(limit)
      .execute();
    return rows.map(toEntry);
  }

  async findEntry(seq: number): Promise<ChainedEntry | undefined> {
    const row = await this.#db
      .selectFrom('audit_entries')
      .select(COLUMNS)
      .where('audit_entries.seq', '=', seq)
      .executeTakeFirst();
    return row === undefined ? undefined : toEntry(row);
  }

  /** Makes the rest of the transaction see one moment of the database. */
  async freeze(): Promise<void> {
    await sql`set transaction isolation level repeatable read, read only`.execute(this.#db);
  }

  #head() {
    return this.#db
      .selectFrom('audit_head')
      .select(['audit_head.seq', 'audit_head.mac', 'audit_head.key_id', 'audit_head.seal']);
  }
}

function toHead(row: { seq: number; mac: Buffer; key_id: string; seal: Buffer }): ChainHead {
  return { seq: row.seq, mac: row.mac, keyId: row.key_id, seal: row.seal };
}

function toRow(entry: ChainedEntry) {
  return {
    seq: entry.seq,
    occurred_at: entry.occurredAt,
    action: entry.action,
    operation: entry.operation,
    outcome: entry.outcome,
    error_code: entry.errorCode ?? null,
    actor_id: entry.actorId ?? null,
    actor_role: entry.actorRole ?? null,
    object_type: entry.objectType ?? null,
    object_id: entry.objectId ?? null,
    request_id: entry.requestId,
    ip: entry.ip ?? null,
    details: JSON.stringify(entry.details),
    key_id: entry.keyId,
    mac: entry.mac,
  };
}

interface AuditRow {
  readonly seq: number;
  readonly occurred_at: Date;
  readonly action: string;
  readonly operation: string;
  readonly outcome: string;
  readonly error_code: string | null;
  readonly actor_id: string | null;
  readonly actor_role: string | null;
  readonly object_type: string | null;
  readonly object_id: string | null;
  readonly request_id: string;
  readonly ip: string | null;
  readonly details: unknown;
  readonly key_id: string;
  readonly mac: Buffer;
}

function toEntry(row: AuditRow): ChainedEntry {
  return {
    seq: row.seq,
    // The driver returns `infinity` as a number, which is no time that was ever signed.
    occurredAt: new Date(row.occurred_at),
    action: row.action,
    operation: row.operation,
    outcome: row.outcome as ChainedEntry['outcome'],
    errorCode: row.error_code ?? undefined,
    actorId: row.actor_id ?? undefined,
    actorRole: row.actor_role ?? undefined,
    objectType: row.object_type ?? undefined,
    objectId: row.object_id ?? undefined,
    requestId: row.request_id,
    ip: row.ip ?? undefined,
    details: row.details as AuditDetails,
    keyId: row.key_id,
    mac: row.mac,
  };
}
