import {
  type Document,
  OpenAPIRouter,
  type Operation,
  type ParsedRequest,
  type Request,
} from 'openapi-backend';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { operationFor, type RouteMatch, RouteMatcher } from '#src/http/contract/route-match.ts';
import { Exchange } from '#src/http/exchange/exchange.ts';

/** Stands for the contract in openapi-backend, since compiled parts do all that it would be read for. */
export const NO_DOCUMENT: Document = { openapi: '3.0.3', info: { title: '', version: '' }, paths: {} };

interface KnownOperation {
  readonly record: OperationRecord;
  readonly operation: Operation;
}

/** openapi-backend's router over the compiled route table: the cost of a match does not grow with the contract. */
export class CompiledRouter extends OpenAPIRouter {
  readonly #matcher: RouteMatcher;
  readonly #contract: CompiledContract;
  readonly #operations = new Map<string, KnownOperation>();

  constructor(contract: CompiledContract) {
    super({ definition: NO_DOCUMENT, apiRoot: '/', ignoreTrailingSlashes: false });
    this.#matcher = new RouteMatcher(contract.routes);
    this.#contract = contract;
  }

  /** Operations at a path, as sent; undefined when the contract has no such path. */
  match(path: string): RouteMatch | undefined {
    return this.#matcher.match(path);
  }

  /** The stages read what they need from the exchange, so nothing is copied out of it. */
  override parseRequest(request: Request): ParsedRequest {
    return request as ParsedRequest;
  }

  override getOperations(): Operation[] {
    return Object.keys(this.#contract.operations).map((id) => this.getOperation(id) as Operation);
  }

  override getOperation(operationId: string): Operation | undefined {
    return this.#known(operationId)?.operation;
  }

  /** An operation in both of its forms, found by one look however many there are. */
  #known(operationId: string): KnownOperation | undefined {
    const known = this.#operations.get(operationId);
    if (known !== undefined) return known;
    const { operations } = this.#contract;
    const record = Object.hasOwn(operations, operationId) ? operations[operationId] : undefined;
    if (record === undefined) return undefined;
    const fresh = { record, operation: operationOf(record) };
    this.#operations.set(operationId, fresh);
    return fresh;
  }

  override matchOperation(request: Request): Operation | undefined;
  override matchOperation(request: Request, strict: boolean): Operation;
  override matchOperation(request: Request, strict = false): Operation | undefined {
    const match = this.#matcher.match(request.path);
    const id = match === undefined ? undefined : operationFor(match.methods, request.method);
    const known = id === undefined ? undefined : this.#known(id);
    if (request instanceof Exchange) {
      request.match = match;
      request.record = known?.record;
    }
    if (known !== undefined) return known.operation;
    if (!strict) return undefined;
    throw match === undefined ? NOT_FOUND : NOT_ALLOWED;
  }
}

/** The texts by which openapi-backend tells the two apart. Nobody else sees them, so their stacks are not made each time. */
const NOT_FOUND = new Error('404-notFound');
const NOT_ALLOWED = new Error('405-methodNotAllowed');

/** As much of an operation as openapi-backend's request cycle looks at. */
function operationOf(record: OperationRecord): Operation {
  const security = record.security.map((names) => Object.fromEntries(names.map((name) => [name, []])));
  return {
    operationId: record.operationId,
    path: record.path,
    method: record.method.toLowerCase(),
    security,
    responses: {},
  } as Operation;
}
