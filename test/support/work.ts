import type { Actor } from '#src/domain/accounts/actor.ts';
import type { OptionalWork, Work } from '#src/domain/work.ts';

/** Work outside a transaction that is no audited action, as of a request without an Idempotency-Key. */
export function workOf(actor: Actor): Work {
  return { ...optionalWork(undefined), actor };
}

/** The same for a caller who may be nobody. */
export function optionalWork(actor: Actor | undefined): OptionalWork {
  return { actor, action: undefined, tx: undefined, claim: undefined, signal: new AbortController().signal };
}
