import { type HandlerMap, OpenAPIBackend, type Request } from 'openapi-backend';
import { AppError } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { CompiledRouter, NO_DOCUMENT } from '#src/http/dispatch/compiled-router.ts';
import { CompiledValidator } from '#src/http/dispatch/compiled-validator.ts';
import { admitCaller, type SecurityHandlers } from '#src/http/dispatch/security-alternatives.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { AnyReply } from '#src/http/reply/reply.ts';
import { andThen } from '#src/platform/promise-or-value.ts';

/** A handler without its operation's types, as the dispatcher calls it. */
export type AnyHandler = (context: Exchange, input: Record<string, unknown>) => AnyReply | Promise<AnyReply>;

/** What happens around the stages that openapi-backend names. */
export interface Stages {
  /** Around all others, for operations that are audited. */
  audit(exchange: Exchange, record: OperationRecord, work: () => void | Promise<void>): void | Promise<void>;
  /** After the caller is known: role and limits. */
  authorize(exchange: Exchange, record: OperationRecord): void | Promise<void>;
  /** Checks and reads the body into `exchange.input.body`; a form only after `checkParameters` let the rest pass. */
  receive(exchange: Exchange, record: OperationRecord, checkParameters: () => void): void | Promise<void>;
  /** Runs the handler and sends what it returns. */
  run(
    exchange: Exchange,
    record: OperationRecord,
    handler: () => AnyReply | Promise<AnyReply>,
  ): void | Promise<void>;
}

export interface ContractBackendOptions {
  readonly contract: CompiledContract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly securityHandlers: SecurityHandlers;
  readonly stages: Stages;
}

/**
 * openapi-backend with its router and validator taken from the compiled contract, and a request cycle without
 * promises where nothing has to be waited for. Handlers and security handlers are registered with it as always.
 */
export class ContractBackend extends OpenAPIBackend {
  readonly compiled: CompiledRouter;
  readonly #contract: CompiledContract;
  readonly #checks: CompiledValidator;
  readonly #stages: Stages;

  constructor(options: ContractBackendOptions) {
    super({
      definition: NO_DOCUMENT,
      strict: true,
      handlers: { ...options.handlers } as unknown as HandlerMap,
      securityHandlers: { ...options.securityHandlers } as unknown as HandlerMap,
    });
    this.#contract = options.contract;
    this.#stages = options.stages;
    this.compiled = new CompiledRouter(options.contract);
    this.#checks = new CompiledValidator(options.contract, this.compiled);
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
    return this;
  }

  #assertComplete(): void {
    const missing: string[] = Object.keys(this.handlers)
      .filter((id) => !Object.hasOwn(this.#contract.operations, id))
      .map((id) => `operation for the handler ${id}`);
    for (const [id, record] of Object.entries(this.#contract.operations)) {
      if (typeof this.handlers[id] !== 'function') missing.push(`handler of ${id}`);
      const strangers = record.security.flat().filter((name) => !this.securityHandlers[name]);
      missing.push(...strangers.map((name) => `security handler ${name} for ${id}`));
      const sample = record.path.replaceAll(/\{[^}]+\}/g, 'x');
      if (this.compiled.match(sample)?.methods[record.method] !== id) missing.push(`route of ${id}`);
      if (
        record.body?.types.includes('application/json') &&
        // Asked for by name only, because the validators of a large contract load when they are needed.
        !Object.hasOwn(this.#contract.requestValidators[id] ?? {}, 'body')
      ) {
        missing.push(`body validator of ${id}`);
      }
    }
    const schemes = this.#contract.securitySchemes;
    missing.push(
      ...Object.keys(this.securityHandlers)
        .filter((name) => !schemes.includes(name))
        .map((name) => `security scheme for the handler ${name}`),
      ...schemes.filter((name) => !this.securityHandlers[name]).map((name) => `security handler ${name}`),
    );
    if (missing.length > 0) throw new Error(`The server is not complete: ${missing.join(', ')}.`);
  }

  /** Takes an exchange whose operation is matched through security, body, validation, handler and reply. */
  dispatch(exchange: Exchange, operationId: string): void | Promise<void> {
    const record = this.#contract.operations[operationId];
    const handler = this.handlers[operationId] as unknown as AnyHandler | undefined;
    if (record === undefined || handler === undefined)
      throw new AppError('internal_error', 'The operation is not there.');
    exchange.record = record;
    const work = () => this.#work(exchange, record, handler);
    return record.audit === undefined ? work() : this.#stages.audit(exchange, record, work);
  }

  #work(exchange: Exchange, record: OperationRecord, handler: AnyHandler): void | Promise<void> {
    const checkParameters = () => this.#checks.validateParameters(exchange, record);
    return andThen(this.#secure(exchange, record), () =>
      andThen(this.#stages.receive(exchange, record, checkParameters), () => {
        this.#checks.validateExchange(exchange, record);
        return this.#stages.run(exchange, record, () => handler(exchange, exchange.input));
      }),
    );
  }

  #secure(exchange: Exchange, record: OperationRecord): void | Promise<void> {
    const handlers = this.securityHandlers as unknown as SecurityHandlers;
    return andThen(admitCaller(exchange, record, handlers), () => this.#stages.authorize(exchange, record));
  }

  /** The entry of openapi-backend. The second argument has to be the exchange. */
  override async handleRequest(request: Request, exchange: Exchange): Promise<void> {
    const operation = this.compiled.matchOperation(request, true) as { operationId?: string };
    await this.dispatch(exchange, operation.operationId ?? '');
  }
}
