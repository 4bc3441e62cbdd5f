import type { Contract, Operation, Parameter, ParameterPlace, Schema } from '#codegen/read/contract.ts';
import type {
  HttpMethod,
  OperationRecord,
  ParameterRecord,
  ReplyRecord,
  Scalar,
} from '#src/http/operation.ts';
import { negotiatedTypes, parameterName } from './operations.ts';
import { dereference, propertiesOf, schemasOf, typesOf } from './schema-shape.ts';
import { BANNER, isObject, literal, propertyKey, quote } from './source-text.ts';

/** `operation-table.gen.ts`: what the pipeline knows of each operation. */
export function emitOperationTable(contract: Contract, runtime: string): string {
  const rows = contract.operations.map(
    (operation) =>
      `  ${propertyKey(operation.operationId)}: ${literal(operationRecord(operation, contract))},\n`,
  );
  return (
    `${BANNER}import type { OperationRecord } from ${quote(`${runtime}/http/operation.ts`)};\n` +
    `import type { OperationId } from './operations.gen.ts';\n\n` +
    `export const operationTable: Readonly<Record<OperationId, OperationRecord>> = {\n${rows.join('')}};\n`
  );
}

export function operationRecord(operation: Operation, contract: Contract): OperationRecord {
  const at = (place: ParameterPlace) =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((one) => parameterRecord(one, contract));
  const { body } = operation;
  const replies = operation.replies.map((reply): [string, ReplyRecord] => {
    const types = reply.media.map((media) => media.type);
    return [reply.status, reply.headers.length === 0 ? { types } : { types, headers: reply.headers }];
  });
  return {
    operationId: operation.operationId,
    method: operation.method.toUpperCase() as HttpMethod,
    path: operation.path,
    area: operation.area,
    access: operation.access,
    pathParameters: inPathOrder(operation.path, at('path')),
    queryParameters: at('query'),
    headerParameters: at('header'),
    cookieParameters: at('cookie'),
    ...(body && { body: { required: body.required, types: body.media.map((media) => media.type) } }),
    replies: Object.fromEntries(replies),
    ...(negotiatedTypes(operation).length > 0 && { produces: negotiatedTypes(operation) }),
    ...limits(operation),
  };
}

function limits(operation: Operation): Partial<OperationRecord> {
  const { rateLimit, audit, idempotent, maxBodyBytes, timeoutMs, deprecatedSince, sunset } = operation;
  const outsideCalls = operation.outsideCalls || undefined;
  const deprecated = operation.deprecated || undefined;
  const written = Object.entries({
    rateLimit,
    audit,
    idempotent,
    outsideCalls,
    maxBodyBytes,
    timeoutMs,
    deprecated,
    deprecatedSince,
    sunset,
  });
  return Object.fromEntries(written.filter(([, value]) => value !== undefined));
}

/** The matcher captures values from left to right, whatever order the parameters are written in. */
function inPathOrder(path: string, parameters: readonly ParameterRecord[]): ParameterRecord[] {
  const place = (parameter: ParameterRecord) => path.indexOf(`{${parameter.name}}`);
  return [...parameters].sort((a, b) => place(a) - place(b));
}

function parameterRecord(parameter: Parameter, contract: Contract): ParameterRecord {
  const name = parameterName(parameter);
  if (parameter.mediaType !== undefined) return { name, scalar: 'any', json: true };
  const fallback = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple';
  const style = parameter.style === fallback ? {} : { style: parameter.style };
  const explode = parameter.explode === (parameter.style === 'form') ? {} : { explode: parameter.explode };
  return { name, ...shapeOf(parameter.schema, contract), ...style, ...explode };
}

function shapeOf(written: Schema, contract: Contract): Omit<ParameterRecord, 'name'> {
  const schema = soleMember(written, contract);
  const types = typesOf(schema);
  if (types.length === 1 && types[0] === 'array') {
    return { scalar: isObject(schema.items) ? scalarOf(schema.items, contract) : 'any', list: true };
  }
  if (types.length !== 1 || types[0] !== 'object') return { scalar: scalarOf(schema, contract) };
  const properties = propertiesOf(schema).map(([name, property]) => [name, scalarOf(property, contract)]);
  return {
    scalar: 'string',
    object: true,
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
  };
}

/** Looks through references and through an `allOf` that only wraps one. */
function soleMember(written: Schema, contract: Contract): Schema {
  const schema = dereference(written, contract);
  const members = schemasOf(schema, 'allOf');
  return members.length === 1 && typesOf(schema).length === 0
    ? soleMember(members[0] as Schema, contract)
    : schema;
}

function scalarOf(written: Schema, contract: Contract): Scalar {
  const schema = soleMember(written, contract);
  const types = typesOf(schema);
  const [type] = types;
  if (types.length !== 1)
    return types.length === 0 && Array.isArray(schema.enum) ? scalarOfValues(schema.enum) : 'any';
  return type === 'string' || type === 'integer' || type === 'number' || type === 'boolean' ? type : 'any';
}

function scalarOfValues(values: readonly unknown[]): Scalar {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'string' || kind === 'number' || kind === 'boolean') ? kind : 'any';
}
