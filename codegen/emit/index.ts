import { createHash } from 'node:crypto';
import { runtimeDocument } from '#codegen/foreign/foreign-document.ts';
import { emitCompiledContract, emitHandlerTypes } from '#codegen/foreign/foreign-files.ts';
import { emitInputReaders } from '#codegen/foreign/foreign-inputs.ts';
import { unnamedSchemas } from '#codegen/foreign/unnamed-schemas.ts';
import type { Contract, Operation } from '#codegen/read/contract.ts';
import { emitHandlers, type HandlerImports } from './handlers.ts';
import { emitOperationTable } from './operation-table.ts';
import { emitOperations } from './operations.ts';
import { printModule } from './print-module.ts';
import { emitProblems } from './problems.ts';
import { noProgress, type Progress, type Tick } from './progress.ts';
import { emitRoutes } from './routes.ts';
import { emitSchemaTypes } from './schema-types.ts';
import { emitSecretNames } from './secret-names.ts';
import { declareSerializers, serializerModule } from './serializers.ts';
import {
  declareReplyValidators,
  declareRequestValidators,
  jsonReplies,
  replyValidatorModule,
  requestParts,
  requestValidatorModule,
} from './validators.ts';

export { scaffold } from './scaffold.ts';

export interface EmitTarget extends HandlerImports {
  /** Somebody else's contract brings its own types of handlers, and all its parts in one object. */
  readonly foreign?: boolean;
}

/** Files of the stages that a run may take from the one before, with a hash of what they were made of. */
export type StageCache = Map<string, { readonly hash: string; readonly files: ReadonlyMap<string, string> }>;

/** Every generated file by its name. The same contract gives the same bytes. */
export function emitAll(
  contract: Contract,
  target: EmitTarget,
  progress: Progress = noProgress,
  cache?: StageCache,
): ReadonlyMap<string, string> {
  const { runtime } = target;
  const files = new Map<string, string>();
  const stage = (
    name: string,
    key: () => unknown,
    make: (tick: Tick) => ReadonlyMap<string, string>,
  ): void => {
    const made = progress.stage(name, (tick) => remembered(cache, name, key, () => make(tick)));
    for (const [file, text] of made) files.set(file, text);
  };
  const always = () => undefined;
  stage('types', always, () => typeFiles(contract, target));
  stage('tables', always, () => tableFiles(contract, target));
  if (target.foreign === true) stage('foreign', always, () => foreignFiles(runtime));
  stage(
    'requests',
    () => meaningOf(contract, requestParts),
    (tick) => {
      const printed = printModule(requestValidatorModule(contract, tick));
      return new Map([...printed, ['request-validators.gen.d.ts', declareRequestValidators(runtime)]]);
    },
  );
  stage(
    'replies',
    () => meaningOf(contract, jsonReplies),
    (tick) => {
      const printed = printModule(replyValidatorModule(contract, tick));
      return new Map([...printed, ['reply-validators.gen.d.ts', declareReplyValidators(runtime)]]);
    },
  );
  stage(
    'writers',
    () => meaningOf(contract, jsonReplies),
    (tick) => {
      const printed = printModule(serializerModule(contract, tick));
      return new Map([...printed, ['serializers.gen.d.ts', declareSerializers(runtime)]]);
    },
  );
  return files;
}

/** Everything that functions made of schemas depend on: what the schemas say, without what they say to readers. */
function meaningOf(contract: Contract, partsOf: (operation: Operation) => unknown): unknown {
  const parts = contract.operations.map((operation) => [operation.operationId, partsOf(operation)]);
  return [contract.version, [...contract.schemas], [...unnamedSchemas(contract)], parts];
}

/** The files of an earlier run of a stage when its input is the same. */
function remembered(
  cache: StageCache | undefined,
  name: string,
  key: () => unknown,
  make: () => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const made = cache === undefined ? undefined : key();
  if (cache === undefined || made === undefined) return make();
  const hash = createHash('sha256').update(JSON.stringify(made, withoutProse)).digest('hex');
  const last = cache.get(name);
  if (last?.hash === hash) return last.files;
  const files = make();
  cache.set(name, { hash, files });
  return files;
}

/** Schemas are texts under these names only where they speak to readers: a property of the name is an object. */
function withoutProse(name: string, value: unknown): unknown {
  return (name === 'description' || name === 'summary') && typeof value === 'string' ? undefined : value;
}

function typeFiles(contract: Contract, { runtime, foreign }: EmitTarget): ReadonlyMap<string, string> {
  return new Map([
    ['schema.gen.ts', emitSchemaTypes(contract, foreign)],
    ['operations.gen.ts', emitOperations(contract, runtime)],
  ]);
}

function tableFiles(contract: Contract, target: EmitTarget): ReadonlyMap<string, string> {
  const { runtime, foreign } = target;
  const document = foreign === true ? runtimeDocument(contract) : contract.document;
  return new Map([
    ['operation-table.gen.ts', emitOperationTable(contract, runtime)],
    ['routes.gen.ts', emitRoutes(contract, runtime)],
    ['input-readers.gen.ts', emitInputReaders(contract, runtime)],
    ['handlers.gen.ts', emitHandlers(contract, target)],
    ['problems.gen.ts', emitProblems(contract)],
    ['secret-names.gen.ts', emitSecretNames(contract)],
    ['openapi.gen.json', `${JSON.stringify(document, null, 2)}\n`],
  ]);
}

function foreignFiles(runtime: string): ReadonlyMap<string, string> {
  return new Map([
    ['handler.gen.ts', emitHandlerTypes(runtime)],
    ['contract.gen.ts', emitCompiledContract(runtime)],
  ]);
}
