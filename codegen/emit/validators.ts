import type { Contract, Operation, ParameterPlace, Schema } from '#codegen/read/contract.ts';
import { parameterName } from './operations.ts';
import { requestSchema } from './request-schema.ts';
import { BANNER, isJson, propertyKey, quote } from './source-text.ts';
import { ValidatorModule } from './standalone.ts';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

/** `request-validators.gen.js`: by operation, one validator for each part of a request. */
export function emitRequestValidators(contract: Contract): string {
  const module = new ValidatorModule(contract, true, (schema) => requestSchema(schema, contract));
  const rows = contract.operations.map((operation) => {
    const parts = requestParts(operation).map(([part, schema]) => `${part}: ${module.add(schema)}`);
    return row(operation, parts);
  });
  return moduleText('requestValidators', rows, module);
}

/** `reply-validators.gen.js`: by operation and status, for JSON replies. */
export function emitReplyValidators(contract: Contract): string {
  const module = new ValidatorModule(contract, false);
  const rows = contract.operations.map((operation) => {
    const parts = jsonReplies(operation).map(([status, schema]) => `${quote(status)}: ${module.add(schema)}`);
    return row(operation, parts);
  });
  return moduleText('replyValidators', rows, module);
}

export function declareRequestValidators(runtime: string): string {
  return declaration('requestValidators', 'RequestValidators', runtime);
}

export function declareReplyValidators(runtime: string): string {
  return declaration('replyValidators', 'ReplyValidators', runtime);
}

/** The parts of a request that are validated, as schemas in the words of the contract. */
export function requestParts(operation: Operation): [part: string, schema: Schema][] {
  const parts: [string, Schema][] = [];
  for (const place of PLACES) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    // A query parameter that nobody declared is refused, also where none is declared at all.
    if (parameters.length === 0 && place !== 'query') continue;
    const properties = Object.fromEntries(
      parameters.map((parameter) => [parameterName(parameter), parameter.schema]),
    );
    const required = parameters.filter((parameter) => parameter.required).map(parameterName);
    const closed = place === 'query' ? { additionalProperties: false } : {};
    parts.push([place, { type: 'object', properties, ...(required.length > 0 && { required }), ...closed }]);
  }
  const body = operation.body?.media.find((media) => isJson(media.type) && media.schema !== undefined);
  if (body?.schema !== undefined) parts.push(['body', body.schema]);
  return parts;
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

function row(operation: Operation, parts: readonly string[]): string {
  return `  ${propertyKey(operation.operationId)}: {${parts.length === 0 ? '' : ` ${parts.join(', ')} `}},\n`;
}

function moduleText(name: string, rows: readonly string[], module: ValidatorModule): string {
  return `${BANNER}${module.text()}\nexport const ${name} = {\n${rows.join('')}};\n`;
}

/** Types of a generated JavaScript module with one export. */
export function declaration(name: string, type: string, runtime: string): string {
  const source = quote(`${runtime}/http/operation.ts`);
  return `${BANNER}import type { ${type} } from ${source};\n\nexport declare const ${name}: Readonly<Record<string, ${type}>>;\n`;
}
