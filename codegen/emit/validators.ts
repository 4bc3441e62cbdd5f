import type { Contract, Operation, ParameterPlace, Schema } from '#codegen/read/contract.ts';
import { FORM, isJson } from '#codegen/read/media-type.ts';
import { type CodeModule, type CodeRow, printWhole } from './code-module.ts';
import { parameterName } from './operations.ts';
import { noTick, type Tick } from './progress.ts';
import { requestSchema } from './request-schema.ts';
import { runtimeSource } from './runtime-source.ts';
import { BANNER, quote } from './source-text.ts';
import { ValidatorModule } from './standalone.ts';
import { withoutTextRules } from './text-rules.ts';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

/** `request-validators.gen.js`: by operation, one validator for each part of a request. */
export function requestValidatorModule(contract: Contract, tick: Tick = noTick): CodeModule {
  // The formats of other documents have other meanings, and they have no list of problems.
  const isOurs = contract.problems.size > 0;
  const module = new ValidatorModule(contract, true, (schema) =>
    requestSchema(isOurs ? schema : withoutTextRules(schema), contract),
  );
  return codeModule('request-validators', 'requestValidators', contract, module, requestParts, tick);
}

/** `reply-validators.gen.js`: by operation and status, for JSON replies. */
export function replyValidatorModule(contract: Contract, tick: Tick = noTick): CodeModule {
  const module = new ValidatorModule(contract, false, withoutTextRules);
  return codeModule('reply-validators', 'replyValidators', contract, module, jsonReplies, tick);
}

export function emitRequestValidators(contract: Contract): string {
  return printWhole(requestValidatorModule(contract));
}

export function emitReplyValidators(contract: Contract): string {
  return printWhole(replyValidatorModule(contract));
}

export function declareRequestValidators(runtime: string): string {
  return declaration('requestValidators', 'RequestValidators', runtime);
}

export function declareReplyValidators(runtime: string): string {
  return declaration('replyValidators', 'ReplyValidators', runtime);
}

/** The query schema of every operation without query parameters, so that all share one function. */
const NO_QUERY: Schema = { type: 'object', properties: {}, additionalProperties: false };

/** The parts of a request that are validated, as schemas in the words of the contract. */
export function requestParts(operation: Operation): [part: string, schema: Schema][] {
  const parts: [string, Schema][] = [];
  for (const place of PLACES) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    // A query parameter that nobody declared is refused, also where none is declared at all.
    if (parameters.length === 0) {
      if (place === 'query') parts.push([place, NO_QUERY]);
      continue;
    }
    const properties = Object.fromEntries(
      parameters.map((parameter) => [parameterName(parameter), parameter.schema]),
    );
    const required = parameters.filter((parameter) => parameter.required).map(parameterName);
    const closed = place === 'query' ? { additionalProperties: false } : {};
    parts.push([place, { type: 'object', properties, ...(required.length > 0 && { required }), ...closed }]);
  }
  const body = bodySchema(operation);
  if (body !== undefined) parts.push(['body', body]);
  return parts;
}

/** The schema of a body of JSON or of a form without files; other bodies have no validator. */
function bodySchema({ body }: Operation): Schema | undefined {
  const read = body?.media.filter(({ type }) => isJson(type) || type === FORM) ?? [];
  const schemas = new Map(read.map(({ schema }) => [JSON.stringify(schema ?? {}), schema ?? {}]));
  const [only] = schemas.values();
  return schemas.size > 1 ? { anyOf: [...schemas.values()] } : only;
}

/** Status and schema of every reply in JSON, and of the data of every event as `status:event`. */
export function jsonReplies(operation: Operation): [status: string, schema: Schema][] {
  return operation.replies.flatMap((reply): [string, Schema][] => {
    const media = reply.media.find((candidate) => isJson(candidate.type));
    const events = reply.media.flatMap((candidate) => [...(candidate.events ?? [])]);
    return [
      ...(media?.schema === undefined ? [] : [[reply.status, media.schema] as [string, Schema]]),
      ...events.map(([name, schema]): [string, Schema] => [
        `${reply.status}:${name}`,
        { $ref: `#/components/schemas/${schema}` },
      ]),
    ];
  });
}

function codeModule(
  file: string,
  exported: string,
  { operations }: Contract,
  module: ValidatorModule,
  partsOf: (operation: Operation) => [part: string, schema: Schema][],
  tick: Tick,
): CodeModule {
  const rows = operations.map((operation, index): CodeRow => {
    tick(index, operations.length);
    const { operationId } = operation;
    const parts = partsOf(operation).map(([part, schema]): [string, string] => [
      part,
      schema === NO_QUERY ? module.add(schema, 'noQuery') : module.add(schema, operationId, `_${part}`),
    ]);
    return [operationId, parts];
  });
  const functions = module.finish();
  return { file, exported, runtime: runtimeSource('./validation-runtime.ts'), functions, rows };
}

/** Types of a generated JavaScript module with one export. */
export function declaration(name: string, type: string, runtime: string): string {
  const source = quote(`${runtime}/http/contract/operation.ts`);
  return `${BANNER}import type { ${type} } from ${source};\n\nexport declare const ${name}: Readonly<Record<string, ${type}>>;\n`;
}
