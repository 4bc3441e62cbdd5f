/** Facts of an entry beside its place in the chain: ids, codes and names of fields; never clinical content or secrets. */
export type AuditDetails = Readonly<Record<string, string>>;

/** One entry of the audit trail, as it is signed. */
export interface AuditEntry {
  /** Position in the chain, from 1 and without gaps. */
  readonly seq: number;
  /** To the millisecond. */
  readonly occurredAt: Date;
  /** Name of the action, such as `session.open`. */
  readonly action: string;
  /** Operation of the contract, or the command, through which it was done. */
  readonly operation: string;
  readonly outcome: 'succeeded' | 'refused';
  readonly errorCode: string | undefined;
  /** Undefined for an unknown caller. */
  readonly actorId: string | undefined;
  readonly actorRole: string | undefined;
  readonly objectType: string | undefined;
  readonly objectId: string | undefined;
  readonly requestId: string;
  readonly ip: string | undefined;
  readonly details: AuditDetails;
  readonly keyId: string;
}

/** An entry with its link. */
export interface ChainedEntry extends AuditEntry {
  readonly mac: Buffer;
}

/**
 * The one text of an entry behind a given predecessor: JSON as RFC 8785 writes it, without spaces and with sorted names.
 * Throws a `RangeError` when the time is none.
 */
export function canonicalText(entry: AuditEntry, previous: Buffer): string {
  return JSON.stringify({
    action: entry.action,
    actor_id: entry.actorId ?? null,
    actor_role: entry.actorRole ?? null,
    details: sorted(entry.details),
    error_code: entry.errorCode ?? null,
    ip: entry.ip ?? null,
    key_id: entry.keyId,
    object_id: entry.objectId ?? null,
    object_type: entry.objectType ?? null,
    occurred_at: entry.occurredAt.toISOString(),
    operation: entry.operation,
    outcome: entry.outcome,
    previous: previous.toString('hex'),
    request_id: entry.requestId,
    seq: entry.seq,
  });
}

/** The same value with the names of its objects in order, at any depth. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]));
}
