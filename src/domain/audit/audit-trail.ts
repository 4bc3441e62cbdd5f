import type { AuditAnchors } from '#src/domain/audit/audit-anchors.ts';
import type { AuditEntry } from '#src/domain/audit/audit-entry.ts';
import { type AuditKeys, NO_PREDECESSOR } from '#src/domain/audit/audit-keys.ts';
import { AuditStore, type ChainHead } from '#src/domain/audit/audit-store.ts';
import { type ActionFacts, AuditedAction } from '#src/domain/audit/audited-action.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Executor, Transaction } from '#src/platform/db/database.ts';

/** The facts of an entry that the caller gives; the trail adds its position, time and link. */
export type AuditFacts = Omit<AuditEntry, 'seq' | 'occurredAt' | 'keyId'>;

interface Position {
  readonly seq: number;
  readonly mac: Buffer;
}

/**
 * The audit trail. An action's entry is written by the first transaction that commits while it runs, just before the
 * commit, so that neither is there without the other and the end of the chain is locked for that moment only.
 */
export class AuditTrail {
  readonly #db: Database;
  readonly #keys: AuditKeys;
  readonly #clock: Clock;
  readonly #anchors: AuditAnchors;

  constructor(parts: { db: Database; keys: AuditKeys; clock: Clock; anchors: AuditAnchors }) {
    this.#db = parts.db;
    this.#keys = parts.keys;
    this.#clock = parts.clock;
    this.#anchors = parts.anchors;
  }

  /** Begins an action whose entry is part of the first transaction that is committed for it. */
  open(facts: ActionFacts): AuditedAction {
    return new AuditedAction(facts, (action, tx) => this.#enter(action, tx));
  }

  /** Writes the entry of an action that ended without a commit. */
  async succeeded(action: AuditedAction): Promise<void> {
    if (action.entry === 'missing') await this.#writeAlone(action, undefined);
  }

  /** Writes the refusal of an action, unless its transaction has already recorded it. */
  async refused(action: AuditedAction, code: string): Promise<void> {
    if (action.entry === 'kept' && action.refusal === code) return;
    await this.#writeAlone(action, code);
  }

  /** Appends an entry as the last statement of the caller's transaction. */
  async append(tx: Executor, facts: AuditFacts): Promise<Position> {
    const store = new AuditStore(tx);
    const head = (await store.lockHead()) ?? (await this.#begin(store));
    const entry: AuditEntry = {
      ...facts,
      seq: head.seq + 1,
      occurredAt: this.#clock.now(),
      keyId: this.#keys.currentId,
    };
    const mac = this.#keys.link(entry, head.mac);
    if (mac === undefined) throw new Error('The entry cannot be signed.');
    await store.append({ ...entry, mac }, this.#keys.seal('head', entry.seq, mac));
    return { seq: entry.seq, mac };
  }

  pseudonym(text: string): string {
    return this.#keys.pseudonym(text);
  }

  /** Anchors the newest entry. */
  close(): Promise<void> {
    return this.#anchors.close();
  }

  async #enter(action: AuditedAction, tx: Transaction): Promise<((committed: boolean) => void) | undefined> {
    if (!action.begun || action.entry !== 'missing') return undefined;
    action.entry = 'pending';
    try {
      const position = await this.append(tx, factsOf(action, action.refusal));
      return (committed) => {
        action.entry = committed ? 'kept' : 'missing';
        if (committed) this.#anchors.note(position.seq, position.mac);
        else action.refusal = undefined;
      };
    } catch (error) {
      action.entry = 'missing';
      throw error;
    }
  }

  async #writeAlone(action: AuditedAction, code: string | undefined): Promise<void> {
    const position = await this.#db.transactAlone((tx) => this.append(tx, factsOf(action, code)));
    action.entry = 'kept';
    this.#anchors.note(position.seq, position.mac);
  }

  async #begin(store: AuditStore): Promise<ChainHead> {
    const seal = this.#keys.seal('head', 0, NO_PREDECESSOR);
    await store.insertHead({ seq: 0, mac: NO_PREDECESSOR, keyId: this.#keys.currentId, seal });
    const head = await store.lockHead();
    if (head === undefined) throw new Error('The audit trail has no head.');
    return head;
  }
}

function factsOf(action: AuditedAction, errorCode: string | undefined): AuditFacts {
  return {
    action: action.action,
    operation: action.operation,
    outcome: errorCode === undefined ? 'succeeded' : 'refused',
    errorCode,
    actorId: action.actor?.userId,
    actorRole: action.actor?.role,
    objectType: action.object?.type,
    objectId: action.object?.id,
    requestId: action.requestId,
    ip: action.ip,
    details: action.details,
  };
}
