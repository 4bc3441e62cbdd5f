import type { Contract } from '#codegen/read/contract.ts';
import { emitHandlers } from './handlers.ts';
import { emitOperationTable } from './operation-table.ts';
import { emitOperations } from './operations.ts';
import { emitProblems } from './problems.ts';
import { emitRoutes } from './routes.ts';
import { emitSchemaTypes } from './schema-types.ts';
import { emitSecretNames } from './secret-names.ts';
import { declareSerializers, emitSerializers } from './serializers.ts';
import {
  declareReplyValidators,
  declareRequestValidators,
  emitReplyValidators,
  emitRequestValidators,
} from './validators.ts';

export { componentsDocument, toJsonSchema } from './json-schema.ts';
export { scaffold } from './scaffold.ts';

/** What generated files import: the runtime types, such as `#src`, and the handlers, such as `#handlers`. */
export interface ImportPrefixes {
  readonly runtime: string;
  readonly handlers: string;
}

/** Every generated file by its name. The same contract gives the same bytes. */
export async function emitAll(
  contract: Contract,
  prefixes: ImportPrefixes,
): Promise<ReadonlyMap<string, string>> {
  const { runtime, handlers } = prefixes;
  return new Map([
    ['schema.gen.ts', emitSchemaTypes(contract)],
    ['operations.gen.ts', emitOperations(contract, runtime)],
    ['operation-table.gen.ts', emitOperationTable(contract, runtime)],
    ['routes.gen.ts', emitRoutes(contract, runtime)],
    ['request-validators.gen.js', emitRequestValidators(contract)],
    ['request-validators.gen.d.ts', declareRequestValidators(runtime)],
    ['reply-validators.gen.js', emitReplyValidators(contract)],
    ['reply-validators.gen.d.ts', declareReplyValidators(runtime)],
    ['serializers.gen.js', emitSerializers(contract)],
    ['serializers.gen.d.ts', declareSerializers(runtime)],
    ['handlers.gen.ts', emitHandlers(contract, runtime, handlers)],
    ['problems.gen.ts', emitProblems(contract)],
    ['secret-names.gen.ts', emitSecretNames(contract)],
    ['openapi.gen.json', `${JSON.stringify(contract.document, null, 2)}\n`],
  ]);
}
