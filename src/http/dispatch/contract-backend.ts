import { type Context, type Handler, type HandlerMap, OpenAPIBackend } from 'openapi-backend';
import { AppError, unauthenticated } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { CompiledRouter, NO_DOCUMENT } from '#src/http/dispatch/compiled-router.ts';
import { CompiledValidator, violationsOf } from '#src/http/dispatch/compiled-validator.ts';
import { RequestCycle } from '#src/http/dispatch/request-cycle.ts';
import type {
  Answer,
  HandlerStage,
  Next,
  PassingStage,
  ReplyStage,
  SecurityHandler,
  Stage,
} from '#src/http/dispatch/stage.ts';
import { validationFailed } from '#src/http/dispatch/validate.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { AnyReply } from '#src/http/handler/any-reply.ts';

/** A handler without its operation's types, as the dispatcher calls it. */
export type AnyHandler = (context: Exchange, input: Record<string, unknown>) => AnyReply | Promise<AnyReply>;

export interface ContractBackendOptions {
  readonly contract: CompiledContract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** In the order of the request's way. */
  readonly stages: readonly Stage[];
  readonly cycle: Cycle;
}

/** Thrown to leave the cycle of a request that nobody waits for any more; nothing is answered or logged for it. */
export class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits';
}

/** A hook of openapi-backend, called with its own context and with the exchange. */
type Hook = (context: Context, exchange: Exchange) => unknown;

/** Which request cycle runs the hooks: `own` waits for nothing that is there already, `library` is openapi-backend's. */
export type Cycle = 'own' | 'library';

/**
 * openapi-backend with its router and validator taken from the compiled contract. The stages are registered as its hooks
 * and handlers, and run by either request cycle alike.
 */
export class ContractBackend extends OpenAPIBackend {
  readonly compiled: CompiledRouter;
  readonly #contract: CompiledContract;
  readonly #checks: CompiledValidator;
  readonly #cycle: Cycle;
  #own: RequestCycle | undefined;
  readonly #operationHandlers: Readonly<Record<string, AnyHandler>>;

  constructor({ contract, handlers, stages, cycle }: ContractBackendOptions) {
    const compiled = new CompiledRouter(contract);
    super({
      definition: NO_DOCUMENT,
      strict: true,
      handlers: { ...hooksOf(stages), ...wrapAll(contract, handlers, stages) } as unknown as HandlerMap,
      securityHandlers: securityHandlersOf(stages) as unknown as HandlerMap,
    });
    this.#contract = contract;
    this.#cycle = cycle;
    this.#operationHandlers = handlers;
    this.compiled = compiled;
    this.#checks = new CompiledValidator(contract, compiled, find(stages, 'validator, validationFail').run);
  }

  /** Takes an exchange from its first stage to the last. Throws or rejects with what a stage refuses. */
  run(exchange: Exchange): unknown {
    return this.#own === undefined ? this.handleRequest(exchange, exchange) : this.#own.run(exchange);
  }

  /** Registers everything with the compiled parts, or refuses when the contract and the handlers disagree. */
  override async init(): Promise<this> {
    const whole = { get: () => this.#contract.document, enumerable: true };
    Object.defineProperties(this, { document: whole, definition: whole });
    this.router = this.compiled;
    this.validator = this.#checks;
    // Before it is initialized, so that it does not look each up in the document; strangers are refused below.
    this.register(this.handlers);
    for (const [name, handler] of Object.entries(this.securityHandlers)) {
      if (handler !== undefined) this.registerSecurityHandler(name, handler);
    }
    this.initialized = true;
    this.#assertComplete();
    if (this.#cycle === 'own') this.#own = new RequestCycle(this);
    return this;
  }

  #assertComplete(): void {
    const { operations, securitySchemes } = this.#contract;
    const missing: string[] = Object.keys(this.#operationHandlers)
      .filter((id) => !Object.hasOwn(operations, id))
      .map((id) => `operation for the handler ${id}`);
    for (const [id, record] of Object.entries(operations)) {
      if (typeof this.#operationHandlers[id] !== 'function') missing.push(`handler of ${id}`);
      missing.push(...this.#missingSchemes(id), ...this.#missingParts(id, record));
    }
    missing.push(
      ...Object.keys(this.securityHandlers)
        .filter((name) => !securitySchemes.includes(name))
        .map((name) => `security scheme for the handler ${name}`),
      ...securitySchemes
        .filter((name) => !this.securityHandlers[name])
        .map((name) => `security handler ${name}`),
    );
    if (missing.length > 0) throw new Error(`The server is not complete: ${missing.join(', ')}.`);
  }

  #missingSchemes(id: string): string[] {
    const required = this.compiled.getOperation(id)?.security ?? [];
    return required
      .flatMap((requirement) => Object.keys(requirement))
      .filter((name) => typeof this.securityHandlers[name] !== 'function')
      .map((name) => `security handler ${name} for ${id}`);
  }

  #missingParts(id: string, record: OperationRecord): string[] {
    const missing: string[] = [];
    const sample = record.path.replaceAll(/\{[^}]+\}/g, 'x');
    if (this.compiled.match(sample)?.methods[record.method] !== id) missing.push(`route of ${id}`);
    if (
      record.body?.types.includes('application/json') &&
      // Asked for by name only, because the validators of a large contract load when they are needed.
      !Object.hasOwn(this.#contract.requestValidators[id] ?? {}, 'body')
    ) {
      missing.push(`body validator of ${id}`);
    }
    return missing;
  }
}

function find<Carrier extends Stage['carrier']>(stages: readonly Stage[], carrier: Carrier) {
  const stage = stages.find((one) => one.carrier === carrier);
  if (stage === undefined) throw new Error(`No stage is carried by ${carrier}.`);
  return stage as Extract<Stage, { carrier: Carrier }>;
}

/** The hooks of openapi-backend, each made of the stages that it carries. */
function hooksOf(stages: readonly Stage[]): Record<string, Hook> {
  const { notFound, methodNotAllowed } = find(stages, 'router, notFound, methodNotAllowed');
  const early = stages.filter((stage) => stage.carrier === 'preRoutingHandler');
  const routed = passing(stages, 'postRoutingHandler');
  const secured = passing(stages, 'postSecurityHandler');
  const replying = stages.filter((stage) => stage.carrier === 'postResponseHandler');
  return {
    preRoutingHandler: (_context, exchange) => {
      for (const stage of early) stage.run(exchange);
    },
    notFound: (_context, exchange) => notFound(exchange),
    methodNotAllowed: (_context, exchange) => methodNotAllowed(exchange),
    // It is also called when no operation was found.
    postRoutingHandler: (_context, exchange) => exchange.record && routed(exchange, exchange.record),
    // It is also called for callers who are not authorized.
    postSecurityHandler: (context, exchange) =>
      isAuthorized(context) && secured(exchange, exchange.record as OperationRecord),
    unauthorizedHandler: () => {
      throw unauthenticated();
    },
    validationFail: (context) => {
      throw validationFailed(violationsOf(context.validation));
    },
    postResponseHandler: (context, exchange) =>
      context.response === undefined ? undefined : reply(replying, exchange, context.response as Answer, 0),
  };
}

type PassingRun = (exchange: Exchange, record: OperationRecord) => void | Promise<void>;

function passing(stages: readonly Stage[], carrier: PassingStage['carrier']): PassingRun {
  const own = stages.filter((stage): stage is PassingStage => stage.carrier === carrier);
  return (exchange, record) => {
    assertOpen(exchange);
    return pass(own, exchange, record, 0);
  };
}

/** Runs stages one after the other, without a promise while nothing has to be waited for. */
function pass(
  stages: readonly PassingStage[],
  exchange: Exchange,
  record: OperationRecord,
  from: number,
): void | Promise<void> {
  for (let i = from; i < stages.length; i++) {
    const pending = (stages[i] as PassingStage).run(exchange, record);
    if (pending instanceof Promise) return pending.then(() => pass(stages, exchange, record, i + 1));
  }
}

function reply(
  stages: readonly ReplyStage[],
  exchange: Exchange,
  answer: Answer,
  from: number,
): Answer | Promise<Answer> {
  let current = answer;
  for (let i = from; i < stages.length; i++) {
    const next = (stages[i] as ReplyStage).run(exchange, current);
    if (next instanceof Promise) return next.then((later) => reply(stages, exchange, later, i + 1));
    current = next;
  }
  return current;
}

/** A client that left while its caller was identified gets no handler run. */
function assertOpen(exchange: Exchange): void {
  if (!exchange.isOpen) throw new NobodyWaits('Nobody waits for this answer any more.');
}

/**
 * True when the security requirements of the operation are met, or it has none. A failure to check them, such as a lost database,
 * is thrown as what it is; so is the reason why a proof that was required is wrong.
 */
function isAuthorized({ operation, security }: Context): boolean {
  const required = operation.security ?? [];
  if (required.length === 0) return true;
  const authorized = security?.authorized === true;
  for (const name in security) {
    const error = (security[name] as { error?: unknown } | undefined)?.error;
    if (error === undefined) continue;
    if (!authorized || !(error instanceof AppError && error.code === 'unauthenticated')) throw error;
  }
  return authorized;
}

/** Each handler with the stages around it, in the form in which openapi-backend calls it. */
function wrapAll(
  { operations }: CompiledContract,
  handlers: Readonly<Record<string, AnyHandler>>,
  stages: readonly Stage[],
): Record<string, Hook> {
  const around = stages.filter((stage) => stage.carrier === 'operation handler');
  const wrapped: Record<string, Hook> = {};
  for (const [id, handler] of Object.entries(handlers)) {
    const record = operations[id];
    if (record === undefined) continue;
    const own = around.filter(({ appliesTo }) => appliesTo(record));
    wrapped[id] = (_context, exchange) => {
      assertOpen(exchange);
      if (own.length === 0) return handler(exchange, exchange.input);
      return runAround(own, exchange, record, () => handler(exchange, exchange.input));
    };
  }
  return wrapped;
}

function runAround(
  stages: readonly HandlerStage[],
  exchange: Exchange,
  record: OperationRecord,
  handler: Next,
  from = 0,
): Answer | Promise<Answer> {
  const stage = stages[from];
  if (stage === undefined) return handler();
  return stage.run(exchange, record, () => runAround(stages, exchange, record, handler, from + 1));
}

function securityHandlersOf(stages: readonly Stage[]): Record<string, Handler> {
  const { schemes } = find(stages, 'securityHandlers, unauthorizedHandler');
  return Object.fromEntries(
    Object.entries(schemes).map(([name, identify]: [string, SecurityHandler]): [string, Handler] => [
      name,
      (_context, exchange: Exchange) => identify(exchange),
    ]),
  );
}
