import { inPathOrder, scalarOf as plainScalarOf } from '#codegen/emit/operation-table.ts';
import { parameterName } from '#codegen/emit/operations.ts';
import {
  dereference,
  isComposed,
  propertiesOf,
  schemasOf,
  typesOf,
  unwrapped,
} from '#codegen/emit/schema-shape.ts';
import { BANNER, literal, propertyKey, quote } from '#codegen/emit/source-text.ts';
import { mergedShape } from '#codegen/foreign/merged-shape.ts';
import type {
  Contract,
  MediaType,
  Operation,
  Parameter,
  ParameterPlace,
  Schema,
} from '#codegen/read/contract.ts';
import { isObject, valueAt } from '#codegen/read/json-pointer.ts';
import { FORM, isJson, isMultipart } from '#codegen/read/media-type.ts';
import type { Scalar } from '#src/http/contract/operation.ts';
import type { ForeignInput } from '#src/http/foreign/foreign-reader.ts';
import type { StyledParameter } from '#src/http/foreign/styled-parameters.ts';

/** `input-readers.gen.ts`: readers of the operations whose input has other forms than ours. */
export function emitInputReaders(contract: Contract, runtime: string): string {
  const inputs = foreignInputs(contract);
  const type = `import type { InputReader } from ${quote(`${runtime}/http/contract/input-reader.ts`)};\n`;
  const head = '/** For operations whose input has other forms than those that all others are read in. */\n';
  const table = `${head}export const inputReaders: Readonly<Record<string, InputReader>> =`;
  if (inputs.size === 0) return `${BANNER}${type}\n${table} {};\n`;
  const rows = [...inputs].map(([id, input]) => `  ${propertyKey(id)}: ${literal(input)},\n`);
  const names = '{ type ForeignInput, foreignReaders }';
  return (
    `${BANNER}${type}import ${names} from ${quote(`${runtime}/http/foreign/foreign-reader.ts`)};\n\n` +
    `export const foreignInputs: Readonly<Record<string, ForeignInput>> = {\n${rows.join('')}};\n\n` +
    `${table} foreignReaders(foreignInputs);\n`
  );
}

/** The inputs that only `src/http/foreign` can read, by operationId. */
function foreignInputs(contract: Contract): ReadonlyMap<string, ForeignInput> {
  const inputs = contract.operations
    .filter((operation) => !isPlain(operation, contract))
    .map((operation): [string, ForeignInput] => [operation.operationId, foreignInput(operation, contract)]);
  return new Map(inputs);
}

function isPlain({ parameters, body }: Operation, contract: Contract): boolean {
  const media = body?.media ?? [];
  return (
    parameters.every((parameter) => isPlainParameter(parameter, contract)) &&
    media.every(({ type }) => isJson(type) || isMultipart(type))
  );
}

/** One text that is one value; in a query also a list. */
function isPlainParameter(parameter: Parameter, contract: Contract): boolean {
  const { in: place, style, mediaType } = parameter;
  if (place === 'cookie' || mediaType !== undefined || style !== fallbackStyle(place)) return false;
  const schema = dereference(unwrapped(parameter.schema), contract);
  if (isComposed(schema)) return false;
  const [type] = typesOf(schema);
  if (type === 'object') return false;
  if (type !== 'array') return true;
  return place === 'query' && isObject(schema.items) && !isComposed(dereference(schema.items, contract));
}

function fallbackStyle(place: ParameterPlace): string {
  return place === 'query' || place === 'cookie' ? 'form' : 'simple';
}

function foreignInput({ path, parameters, body }: Operation, contract: Contract): ForeignInput {
  const at = (place: ParameterPlace) =>
    parameters.filter((each) => each.in === place).map((each) => parameterRecord(each, contract));
  const media = body?.media ?? [];
  const form = media.find(({ type }) => type === FORM);
  return {
    path: inPathOrder(path, at('path')),
    query: at('query'),
    header: at('header'),
    cookie: at('cookie'),
    form: form === undefined ? [] : formFields(form, contract),
    ranges: media.map(({ type }) => type).filter((type) => type.endsWith('/*')),
  };
}

function parameterRecord(parameter: Parameter, contract: Contract): StyledParameter {
  const name = parameterName(parameter);
  if (parameter.mediaType !== undefined) {
    return isJson(parameter.mediaType) ? { name, scalar: 'any', json: true } : { name, scalar: 'string' };
  }
  const styling = { ...parameter, fallback: fallbackStyle(parameter.in) };
  return styledRecord(name, parameter.schema, styling, contract);
}

/** Fields of a form are read like query parameters, in the style that `encoding` gives them. */
function formFields({ schema, pointer }: MediaType, contract: Contract): StyledParameter[] {
  const written = valueAt(contract.document, pointer);
  const encodings = isObject(written) && isObject(written.encoding) ? written.encoding : {};
  return [...mergedShape(schema ?? {}, contract).properties].map(([name, property]) => {
    const encoding = isObject(encodings[name]) ? (encodings[name] as Schema) : {};
    const style = typeof encoding.style === 'string' ? encoding.style : 'form';
    const explode = typeof encoding.explode === 'boolean' ? encoding.explode : style === 'form';
    return styledRecord(name, property, { style, explode, fallback: 'form' }, contract);
  });
}

interface Styling {
  readonly style: string;
  readonly explode: boolean;
  /** The style that is not written because the place has it anyway. */
  readonly fallback: string;
}

function styledRecord(name: string, schema: Schema, styling: Styling, contract: Contract): StyledParameter {
  const style = styling.style === styling.fallback ? {} : { style: styling.style };
  const explode = styling.explode === (styling.style === 'form') ? {} : { explode: styling.explode };
  return { name, ...shapeOf(schema, contract), ...style, ...explode };
}

function shapeOf(written: Schema, contract: Contract): Omit<StyledParameter, 'name'> {
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

function scalarOf(written: Schema, contract: Contract): Scalar {
  return plainScalarOf(soleMember(written, contract));
}

/** Looks through references and through an `allOf` that only wraps one. */
function soleMember(written: Schema, contract: Contract): Schema {
  const schema = dereference(written, contract);
  const members = schemasOf(schema, 'allOf');
  return members.length === 1 && typesOf(schema).length === 0
    ? soleMember(members[0] as Schema, contract)
    : schema;
}
