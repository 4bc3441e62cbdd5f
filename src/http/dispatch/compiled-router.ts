import { type Document, OpenAPIRouter, type Operation, type Request } from 'openapi-backend';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { operationFor, type RouteMatch, RouteMatcher } from '#src/http/contract/route-match.ts';

/** What openapi-backend is given in place of the contract, all of whose work is done by compiled parts. */
export const NO_DOCUMENT: Document = { openapi: '3.0.3', info: { title: '', version: '' }, paths: {} };

/** openapi-backend's router over the compiled route table: the cost of a match does not grow with the contract. */
export class CompiledRouter extends OpenAPIRouter {
  readonly #matcher: RouteMatcher;
  readonly #contract: CompiledContract;

  constructor(contract: CompiledContract) {
    super({ definition: NO_DOCUMENT, apiRoot: '/', ignoreTrailingSlashes: false });
    this.#matcher = new RouteMatcher(contract.routes);
    this.#contract = contract;
  }

  /** Operations at a path, as sent; undefined when the contract has no such path. */
  match(path: string): RouteMatch | undefined {
    return this.#matcher.match(path);
  }

  override getOperations(): Operation[] {
    return Object.values(this.#contract.operations).map((record) =>
      operationOf(this.#contract.document, record),
    );
  }

  override getOperation(operationId: string): Operation | undefined {
    const { operations } = this.#contract;
    const record = Object.hasOwn(operations, operationId) ? operations[operationId] : undefined;
    return record && operationOf(this.#contract.document, record);
  }

  override matchOperation(request: Request): Operation | undefined;
  override matchOperation(request: Request, strict: boolean): Operation;
  override matchOperation(request: Request, strict = false): Operation | undefined {
    const match = this.#matcher.match(request.path.split('?', 1)[0] as string);
    const id = match === undefined ? undefined : operationFor(match.methods, request.method.toUpperCase());
    if (id !== undefined) return this.getOperation(id);
    if (!strict) return undefined;
    throw new Error(match === undefined ? '404-notFound' : '405-methodNotAllowed');
  }
}

function operationOf(document: Document, record: OperationRecord): Operation {
  const method = record.method.toLowerCase();
  const item = (document.paths?.[record.path] ?? {}) as Record<string, Partial<Operation> | undefined>;
  const security = record.security.map((names) => Object.fromEntries(names.map((name) => [name, []])));
  return {
    ...item[method],
    operationId: record.operationId,
    path: record.path,
    method,
    security,
  } as Operation;
}
