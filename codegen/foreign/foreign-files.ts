import { BANNER, quote } from '#codegen/emit/source-text.ts';

/** `handler.gen.ts`: the types of handlers over the operations of somebody else's contract. */
export function emitHandlerTypes(runtime: string): string {
  return `${BANNER}import type { Actor } from ${quote(`${runtime}/domain/accounts/actor.ts`)};
import { AppError } from ${quote(`${runtime}/errors.ts`)};
import type { BaseContext } from ${quote(`${runtime}/http/handler/handler.ts`)};
import type { OperationId, Operations } from './operations.gen.ts';

/** A public operation has no actor to misuse. */
export type Context<Id extends OperationId> = Operations[Id]['access'] extends 'public'
  ? BaseContext
  : BaseContext & { readonly actor: Operations[Id]['access'] extends 'optional' ? Actor | undefined : Actor };

/** Answers with a reply that the contract declares, or throws an \`AppError\`. */
export type Handler<Id extends OperationId> = (
  ctx: Context<Id>,
  input: Operations[Id]['input'],
) => Operations[Id]['reply'] | Promise<Operations[Id]['reply']>;

export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** Answers for an operation that stands in the contract and is not built yet. */
export function notImplemented(operationId: OperationId): never {
  throw new AppError('not_implemented', \`The operation \${operationId} is not part of this build yet.\`);
}
`;
}

/** `contract.gen.ts`: everything that the server runs on, in one object. */
export function emitCompiledContract(runtime: string): string {
  return `${BANNER}import type { CompiledContract } from ${quote(`${runtime}/http/contract/compiled-contract.ts`)};
import { inputReaders } from './input-readers.gen.ts';
import { operationTable, securitySchemes } from './operation-table.gen.ts';
import { replyValidators } from './reply-validators.gen.js';
import { requestValidators } from './request-validators.gen.js';
import { routes } from './routes.gen.ts';
import { serializers } from './serializers.gen.js';

/** Takes the text of \`openapi.gen.json\`. */
export function compiledContract(json: string): CompiledContract {
  return {
    document: JSON.parse(json),
    securitySchemes,
    operations: operationTable,
    routes,
    inputReaders,
    requestValidators,
    replyValidators,
    serializers,
  };
}
`;
}
