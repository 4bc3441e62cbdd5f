import type { OperationId, Operations } from '#generated/operations.gen.ts';
import type { Actor } from '#src/domain/accounts/actor.ts';
import type { OptionalWork, PublicWork, Work } from '#src/domain/work.ts';
import type { Log } from '#src/platform/log.ts';
import type { Services } from '#src/services.ts';

/** The context of every handler. */
export interface BaseContext {
  readonly requestId: string;
  /** Aborted when the client leaves or the operation's time is up. */
  readonly signal: AbortSignal;
  /** The first argument of every service method. */
  readonly work: PublicWork;
  readonly log: Log;
  readonly services: Services;
  /** Address of the client, through trusted proxies only. */
  readonly ip: string;
  readonly userAgent: string | undefined;
}

/** Media type of the success that the client's `Accept` prefers, where the contract declares several. */
type Negotiated<Id extends OperationId> = Operations[Id] extends { readonly produces: infer Type }
  ? { readonly replyType: Type }
  : unknown;

/** The caller. A public operation has no actor to misuse. */
type Caller<Id extends OperationId> = Operations[Id]['access'] extends 'public' | 'machine'
  ? unknown
  : Operations[Id]['access'] extends 'optional'
    ? { readonly actor: Actor | undefined; readonly work: OptionalWork }
    : { readonly actor: Actor; readonly work: Work };

export type Context<Id extends OperationId> = BaseContext & Negotiated<Id> & Caller<Id>;

export type Input<Id extends OperationId> = Operations[Id]['input'];

/** Only replies that the contract declares. Everything else is thrown as `AppError`. */
export type Reply<Id extends OperationId> = Operations[Id]['reply'];

export type Handler<Id extends OperationId> = (
  ctx: Context<Id>,
  input: Input<Id>,
) => Reply<Id> | Promise<Reply<Id>>;

export type Handlers = { readonly [Id in OperationId]: Handler<Id> };
