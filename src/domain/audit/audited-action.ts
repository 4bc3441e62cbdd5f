import type { AuditDetails } from '#src/domain/audit/audit-entry.ts';
import type { CommitHook, Transaction } from '#src/platform/db/database.ts';

/** The account behind an action, as the trail records it. */
export interface AuditActor {
  readonly userId: string;
  readonly role: string;
}

/** The object of an action. */
export interface AuditObject {
  readonly type: string;
  readonly id: string;
}

/** Facts of an action that a service knows better than the pipeline. Never text that a user wrote. */
export interface ActionNote {
  /** Given by public operations, which identify the caller themselves. */
  readonly actor?: AuditActor;
  readonly object?: AuditObject;
  readonly details?: AuditDetails;
  /** Error code when the committing transaction records a refusal, such as the end of a session after token theft. */
  readonly refusal?: string;
}

/** The known facts of an action at its beginning. */
export interface ActionFacts {
  readonly action: string;
  readonly operation: string;
  readonly requestId: string;
  readonly ip: string | undefined;
  readonly object: AuditObject | undefined;
  readonly details: AuditDetails;
}

type WriteEntry = (action: AuditedAction, tx: Transaction) => ReturnType<CommitHook['beforeCommit']>;

/** An audited action in progress: its known facts, and the state of its entry. */
export class AuditedAction implements CommitHook {
  readonly action: string;
  readonly operation: string;
  readonly requestId: string;
  readonly ip: string | undefined;
  actor: AuditActor | undefined;
  object: AuditObject | undefined;
  details: AuditDetails;
  refusal: string | undefined;
  /** The handler is running: the next commits belong to this action. */
  begun = false;
  /** The state of its entry: not written, written in an open transaction, or committed. */
  entry: 'missing' | 'pending' | 'kept' = 'missing';
  /** The answer is being sent; later failures are no refusals. */
  answered = false;
  readonly #write: WriteEntry;

  constructor(facts: ActionFacts, write: WriteEntry) {
    this.#write = write;
    this.action = facts.action;
    this.operation = facts.operation;
    this.requestId = facts.requestId;
    this.ip = facts.ip;
    this.object = facts.object;
    this.details = facts.details;
  }

  /** Writes the entry, if it is not written yet. */
  beforeCommit(tx: Transaction): ReturnType<WriteEntry> {
    return this.#write(this, tx);
  }

  note(note: ActionNote): void {
    this.actor = note.actor ?? this.actor;
    this.object = note.object ?? this.object;
    this.refusal = note.refusal ?? this.refusal;
    if (note.details !== undefined) this.details = { ...this.details, ...note.details };
  }
}
