import type {
  Body,
  Contract,
  MediaType,
  Operation,
  Parameter,
  ParameterPlace,
  Schema,
} from '#codegen/read/contract.ts';
import type {
  BodyRecord,
  HttpMethod,
  OperationRecord,
  ParameterRecord,
  ReplyRecord,
  Scalar,
} from '#src/http/contract/operation.ts';
import { objectShape } from './object-shape.ts';
import { negotiatedTypes, parameterName } from './operations.ts';
import { dereference, propertiesOf, schemasOf, typesOf } from './schema-shape.ts';
import { BANNER, FORM, isJson, isObject, literal, quote, valueAt } from './source-text.ts';

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
    cookieParameters: at('cookie'),
    ...(body && { body: bodyRecord(body, contract) }),
    replies: Object.fromEntries(replies),
    ...(negotiatedTypes(operation).length > 0 && { produces: negotiatedTypes(operation) }),
    ...limits(operation),
  };
}

function bodyRecord(body: Body, contract: Contract): BodyRecord {
  const form = body.media.find(({ type }) => type === FORM);
  return {
    required: body.required,
    types: body.media.map((media) => media.type),
    ...(form && { form: formFields(form, contract) }),
  };
}

/** Fields of a form are read like query parameters, in the style that `encoding` gives them. */
function formFields({ schema, pointer }: MediaType, contract: Contract): ParameterRecord[] {
  const written = valueAt(contract.document, pointer);
  const encodings = isObject(written) && isObject(written.encoding) ? written.encoding : {};
  return [...objectShape(schema ?? {}, contract).properties].map(([name, property]) => {
    const encoding = isObject(encodings[name]) ? (encodings[name] as Schema) : {};
    const style = typeof encoding.style === 'string' ? encoding.style : 'form';
    const explode = typeof encoding.explode === 'boolean' ? encoding.explode : style === 'form';
    return styledRecord(name, property, { style, explode, fallback: 'form' }, contract);
  });
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
  if (parameter.mediaType !== undefined) {
    return isJson(parameter.mediaType) ? { name, scalar: 'any', json: true } : { name, scalar: 'string' };
  }
  const fallback = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple';
  const styled = styledRecord(name, parameter.schema, { ...parameter, fallback }, contract);
  return { ...styled, ...meaningOf(parameter, contract) };
}

/** The kind of object that a path parameter names, and whether its value is secret. */
function meaningOf(parameter: Parameter, contract: Contract): Pick<ParameterRecord, 'names' | 'secret'> {
  if (parameter.in !== 'path') return {};
  const secret = dereference(parameter.schema, contract)['x-secret'] === true;
  return { ...(parameter.object !== undefined && { names: parameter.object }), ...(secret && { secret }) };
}

interface Styling {
  readonly style: string;
  readonly explode: boolean;
  /** The style that is not written because the place has it anyway. */
  readonly fallback: string;
}

function styledRecord(name: string, schema: Schema, styling: Styling, contract: Contract): ParameterRecord {
  const style = styling.style === styling.fallback ? {} : { style: styling.style };
  const explode = styling.explode === (styling.style === 'form') ? {} : { explode: styling.explode };
  return { name, ...shapeOf(schema, contract), ...style, ...explode };
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
