import type { ErrorCode } from '#generated/problems.gen.ts';
import type { Violation } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { AnyReply, RenderedReply } from '#src/http/handler/any-reply.ts';

/** The answer of a handler, or of a stage in its place. */
export type Answer = AnyReply | RenderedReply;

/** Goes on to the stages further in, and at last to the handler. */
export type Next = () => Answer | Promise<Answer>;

/** Identifies the caller of an exchange. False means that there is no proof of who it is; a wrong proof is thrown. */
export type SecurityHandler = (exchange: Exchange) => boolean | Promise<boolean>;

interface Named {
  readonly name: string;
  /** Error codes that the stage answers with itself. */
  readonly refuses: readonly ErrorCode[];
}

type Passing = (exchange: Exchange, record: OperationRecord) => void | Promise<void>;

/** Runs before the operation of a request is known. */
export interface EarlyStage extends Named {
  readonly carrier: 'preRoutingHandler';
  readonly run: (exchange: Exchange) => void;
}

/** Answers requests that no operation takes. */
export interface MatchStage extends Named {
  readonly carrier: 'router, notFound, methodNotAllowed';
  readonly notFound: (exchange: Exchange) => void | Promise<void>;
  readonly methodNotAllowed: (exchange: Exchange) => RenderedReply;
}

/** Looks at a request and lets it pass, or throws. */
export interface PassingStage extends Named {
  readonly carrier: 'postRoutingHandler' | 'postSecurityHandler';
  readonly run: Passing;
}

/** Finds out who calls. */
export interface IdentifyStage extends Named {
  readonly carrier: 'securityHandlers, unauthorizedHandler';
  /** By name of the security scheme. */
  readonly schemes: Readonly<Record<string, SecurityHandler>>;
}

/** Holds a request against the contract. */
export interface ValidateStage extends Named {
  readonly carrier: 'validator, validationFail';
  readonly run: (exchange: Exchange, record: OperationRecord) => readonly Violation[];
}

/** Runs around the handler. */
export interface HandlerStage extends Named {
  readonly carrier: 'operation handler';
  /** True for an operation that needs the stage. Called once for each, at the start. */
  readonly appliesTo: (record: OperationRecord) => boolean;
  readonly run: (exchange: Exchange, record: OperationRecord, next: Next) => Answer | Promise<Answer>;
}

/** Makes an answer ready and sends it. */
export interface ReplyStage extends Named {
  readonly carrier: 'postResponseHandler';
  readonly run: (exchange: Exchange, answer: Answer) => Answer | Promise<Answer>;
}

/** One step on the way of a request, with the hook of openapi-backend that carries it. */
export type Stage =
  | EarlyStage
  | MatchStage
  | PassingStage
  | IdentifyStage
  | ValidateStage
  | HandlerStage
  | ReplyStage;

type Codes = readonly ErrorCode[];

export function preRouting(name: string, refuses: Codes, run: EarlyStage['run']): Stage {
  return { name, refuses, carrier: 'preRoutingHandler', run };
}

export function routing(
  name: string,
  refuses: Codes,
  answers: Pick<MatchStage, 'notFound' | 'methodNotAllowed'>,
): Stage {
  return { name, refuses, carrier: 'router, notFound, methodNotAllowed', ...answers };
}

export function postRouting(name: string, refuses: Codes, run: Passing): Stage {
  return { name, refuses, carrier: 'postRoutingHandler', run };
}

export function security(name: string, refuses: Codes, schemes: IdentifyStage['schemes']): Stage {
  return { name, refuses, carrier: 'securityHandlers, unauthorizedHandler', schemes };
}

export function postSecurity(name: string, refuses: Codes, run: Passing): Stage {
  return { name, refuses, carrier: 'postSecurityHandler', run };
}

export function validation(name: string, refuses: Codes, run: ValidateStage['run']): Stage {
  return { name, refuses, carrier: 'validator, validationFail', run };
}

export function aroundHandler(
  name: string,
  refuses: Codes,
  appliesTo: HandlerStage['appliesTo'],
  run: HandlerStage['run'],
): Stage {
  return { name, refuses, carrier: 'operation handler', appliesTo, run };
}

export function postResponse(name: string, refuses: Codes, run: ReplyStage['run']): Stage {
  return { name, refuses, carrier: 'postResponseHandler', run };
}
