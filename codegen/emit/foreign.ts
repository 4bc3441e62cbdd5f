import type { Contract, Operation, Schema } from '#codegen/read/contract.ts';
import { unnamed, unnamedSchemas } from './json-schema.ts';
import { dereference } from './schema-shape.ts';
import { BANNER, isObject, quote, valueAt } from './source-text.ts';

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
    requestValidators,
    replyValidators,
    serializers,
  };
}
`;
}

/**
 * The document as the server needs it: operations under the names they were given, path items and bodies in place of
 * references to them.
 */
export function runtimeDocument(contract: Contract): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of contract.operations) {
    const item = paths[operation.path] ?? {};
    item[operation.method] = runtimeOperation(operation, contract);
    paths[operation.path] = item;
  }
  const written = contract.document.components;
  const components = isObject(written) ? written : {};
  return withTypes({ ...contract.document, paths, components }) as Schema;
}

/** The reader of multipart forms refuses `nullable` beside no type, where 3.0 gives it no meaning either. */
function withTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTypes);
  if (!isObject(value)) return value;
  const drop = typeof value.nullable === 'boolean' && value.type === undefined;
  const members = Object.entries(value).filter(([name]) => !(drop && name === 'nullable'));
  return Object.fromEntries(members.map(([name, member]) => [name, withTypes(member)]));
}

function runtimeOperation(operation: Operation, contract: Contract): Schema {
  const written = valueAt(contract.document, operation.pointer) as Schema;
  const { requestBody, callbacks: _callbacks, ...rest } = written;
  const body = isObject(requestBody) ? { requestBody: dereference(requestBody, contract) } : {};
  const parameters = operation.parameters.map(({ pointer }) => valueAt(contract.document, pointer));
  return { ...rest, operationId: operation.operationId, parameters, ...body };
}

/**
 * The document for the printer of types, which names operations by what is written there and knows no references to
 * the middle of a document: what they find becomes a component.
 */
export function printableDocument(contract: Contract): Schema {
  const { webhooks: _webhooks, ...document } = runtimeDocument(contract);
  const found = unnamedSchemas(contract);
  const components = document.components as Schema;
  const schemas = {
    ...(isObject(components.schemas) ? components.schemas : {}),
    ...Object.fromEntries(found),
  };
  return withNamedReferences({ ...document, components: { ...components, schemas } }, found) as Schema;
}

function withNamedReferences(value: unknown, found: ReadonlyMap<string, Schema>): unknown {
  if (Array.isArray(value)) return value.map((item) => withNamedReferences(item, found));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const target = name === '$ref' && typeof member === 'string' ? unnamed(member) : '';
    const named = found.has(target) ? `#/components/schemas/${target}` : withNamedReferences(member, found);
    return [name, named];
  });
  return Object.fromEntries(members);
}
