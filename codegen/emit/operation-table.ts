import type { Contract, Operation, Parameter, ParameterPlace, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import type {
  HttpMethod,
  OperationRecord,
  ParameterRecord,
  ReplyRecord,
  Scalar,
} from '#src/http/contract/operation.ts';
import { anyCaseOf } from './any-case.ts';
import { negotiatedTypes, parameterName } from './operations.ts';
import { dereference, typesOf, unwrapped } from './schema-shape.ts';
import { BANNER, literal, quote } from './source-text.ts';

/** `operation-table.gen.ts`: what the pipeline knows of each operation. */
export function emitOperationTable(contract: Contract, runtime: string): string {
  const rows = contract.operations.map((operation) => {
    const record = literal(operationRecord(operation, contract));
    return `  ${quote(`${literal(operation.operationId)}:${record}`)},\n`;
  });
  // Parsed from text: a literal of this size is slow to type-check and slower to load.
  return (
    `${BANNER}import type { OperationRecord } from ${quote(`${runtime}/http/contract/operation.ts`)};\n` +
    `import type { OperationId } from './operations.gen.ts';\n\nconst rows = [\n${rows.join('')}];\n\n` +
    `export const operationTable: Readonly<Record<OperationId, OperationRecord>> = JSON.parse(\n` +
    `  \`{\${rows.join(',')}}\`,\n);\n\n` +
    `/** Names of the security schemes of the contract. */\n` +
    `export const securitySchemes: readonly string[] = ${literal(securitySchemesOf(contract))};\n\n` +
    `/** Version of the contract. */\nexport const contractVersion = ${quote(versionOf(contract))};\n`
  );
}

/** Those that are declared, and in somebody else's document also those that are not. */
function securitySchemesOf({ document, operations }: Contract): string[] {
  const { components } = document;
  const declared =
    isObject(components) && isObject(components.securitySchemes)
      ? Object.keys(components.securitySchemes)
      : [];
  const used = operations.flatMap(({ security }) => security.flat());
  return [...new Set([...declared, ...used])].sort();
}

function versionOf({ document: { info } }: Contract): string {
  return isObject(info) ? String(info.version) : '';
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
    security: operation.security,
    pathParameters: inPathOrder(operation.path, at('path')),
    queryParameters: at('query'),
    headerParameters: at('header'),
    ...(body && { body: { required: body.required, types: body.media.map((media) => media.type) } }),
    replies: Object.fromEntries(replies),
    ...anyCaseOf(operation, contract),
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
export function inPathOrder<Named extends { readonly name: string }>(
  path: string,
  parameters: readonly Named[],
): Named[] {
  const place = ({ name }: Named) => path.indexOf(`{${name}}`);
  return [...parameters].sort((a, b) => place(a) - place(b));
}

function parameterRecord(parameter: Parameter, contract: Contract): ParameterRecord {
  const schema = dereference(unwrapped(parameter.schema), contract);
  const items = isList(schema) && isObject(schema.items) ? dereference(schema.items, contract) : schema;
  return {
    name: parameterName(parameter),
    scalar: scalarOf(items),
    ...(isList(schema) && { list: true, ...separation(parameter) }),
    ...meaningOf(parameter, contract),
  };
}

/** How the items of a list are told apart in what is sent. */
function separation({ explode, commaSeparated }: Parameter): Pick<ParameterRecord, 'joined' | 'mayJoin'> {
  if (!explode) return { joined: true };
  return commaSeparated ? { mayJoin: true } : {};
}

function isList(schema: Schema): boolean {
  const types = typesOf(schema);
  return types.length === 1 && types[0] === 'array';
}

/** The kind of object that a path parameter names, and whether its value is secret. */
function meaningOf(parameter: Parameter, contract: Contract): Pick<ParameterRecord, 'names' | 'secret'> {
  if (parameter.in !== 'path') return {};
  const secret = dereference(parameter.schema, contract)['x-secret'] === true;
  return { ...(parameter.object !== undefined && { names: parameter.object }), ...(secret && { secret }) };
}

/** The type that the text of a value with this schema is converted to. */
export function scalarOf(schema: Schema): Scalar {
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
