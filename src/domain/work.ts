import type { Actor } from '#src/domain/accounts/actor.ts';
import type { AuditedAction } from '#src/domain/audit/audited-action.ts';
import type { Transaction } from '#src/platform/db/database.ts';
import type { Claim } from '#src/platform/idempotency-store.ts';

/** The context of a piece of work that anybody may ask for. It is handed from call to call and kept nowhere. */
export interface PublicWork {
  /** The audited action that this is, if it is one: services note on it what they know of it. */
  readonly action: AuditedAction | undefined;
  /** The transaction that is open around it. A service that calls another inside its own hands on `{ ...work, tx }`. */
  readonly tx: Transaction | undefined;
  /** Hold on the `Idempotency-Key` of a creation: what it makes can be remembered there. */
  readonly claim: Claim | undefined;
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** The work of an operation that takes an access token and needs none. */
export interface OptionalWork extends PublicWork {
  readonly actor: Actor | undefined;
}

/** The work of an operation for users. */
export interface Work extends OptionalWork {
  readonly actor: Actor;
}
