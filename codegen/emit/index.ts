import type { Contract } from '#codegen/read/contract.ts';
import { printModule } from './code-module.ts';
import { emitCompiledContract, emitHandlerTypes, runtimeDocument } from './foreign.ts';
import { emitHandlers, type HandlerImports } from './handlers.ts';
import { emitOperationTable } from './operation-table.ts';
import { emitOperations } from './operations.ts';
import { emitProblems } from './problems.ts';
import { noProgress, type Progress, type Tick } from './progress.ts';
import { emitRoutes } from './routes.ts';
import { emitSchemaTypes } from './schema-types.ts';
import { emitSecretNames } from './secret-names.ts';
import { declareSerializers, serializerModule } from './serializers.ts';
import {
  declareReplyValidators,
  declareRequestValidators,
  replyValidatorModule,
  requestValidatorModule,
} from './validators.ts';

export { componentsDocument, toJsonSchema } from './json-schema.ts';
export { scaffold } from './scaffold.ts';

export interface EmitTarget extends HandlerImports {
  /** Somebody else's contract brings its own types of handlers, and all its parts in one object. */
  readonly foreign?: boolean;
}

/** Every generated file by its name. The same contract gives the same bytes. */
export function emitAll(
  contract: Contract,
  target: EmitTarget,
  progress: Progress = noProgress,
): ReadonlyMap<string, string> {
  const { runtime } = target;
  const files = new Map<string, string>();
  const stage = (name: string, make: (tick: Tick) => ReadonlyMap<string, string>): void => {
    const made = progress.stage(name, make);
    for (const [file, text] of made) files.set(file, text);
  };
  stage('types', () => typeFiles(contract, target));
  stage('tables', () => tableFiles(contract, target));
  if (target.foreign === true) stage('foreign', () => foreignFiles(runtime));
  stage('requests', (tick) => {
    const printed = printModule(requestValidatorModule(contract, tick));
    return new Map([...printed, ['request-validators.gen.d.ts', declareRequestValidators(runtime)]]);
  });
  stage('replies', (tick) => {
    const printed = printModule(replyValidatorModule(contract, tick));
    return new Map([...printed, ['reply-validators.gen.d.ts', declareReplyValidators(runtime)]]);
  });
  stage('writers', (tick) => {
    const printed = printModule(serializerModule(contract, tick));
    return new Map([...printed, ['serializers.gen.d.ts', declareSerializers(runtime)]]);
  });
  return files;
}

function typeFiles(contract: Contract, { runtime }: EmitTarget): ReadonlyMap<string, string> {
  return new Map([
    ['schema.gen.ts', emitSchemaTypes(contract)],
    ['operations.gen.ts', emitOperations(contract, runtime)],
  ]);
}

function tableFiles(contract: Contract, target: EmitTarget): ReadonlyMap<string, string> {
  const { runtime, foreign } = target;
  const document = foreign === true ? runtimeDocument(contract) : contract.document;
  return new Map([
    ['operation-table.gen.ts', emitOperationTable(contract, runtime)],
    ['routes.gen.ts', emitRoutes(contract, runtime)],
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
