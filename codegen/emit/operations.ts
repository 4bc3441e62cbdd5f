import type {
  Body,
  Contract,
  MediaType,
  Operation,
  Parameter,
  ParameterPlace,
  Reply,
  Schema,
} from '#codegen/read/contract.ts';
import { isObject, valueAt } from '#codegen/read/json-pointer.ts';
import { EVENT_STREAM, FORM, isJson, isMultipart } from '#codegen/read/media-type.ts';
import { dereference } from './schema-shape.ts';
import { BANNER, propertyKey, quote } from './source-text.ts';
import { TypePrinter } from './ts-types.ts';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

/** `operations.gen.ts`: what each handler is given and may answer. */
export function emitOperations(contract: Contract, runtime: string): string {
  const printer = new TypePrinter(contract);
  const entries = contract.operations.map((operation) => printOperation(operation, contract, printer));
  const body = `export interface Operations {\n${entries.join('')}}\n\nexport type OperationId = keyof Operations;\n`;
  const text = `${printer.declarations().join('')}${body}`;
  return `${BANNER}${imports(text, runtime)}\n${text}`;
}

/** Only what the text uses, because unused imports do not compile. */
function imports(text: string, runtime: string): string {
  const lines: string[] = [];
  if (/\bReadable\b/.test(text)) lines.push(`import type { Readable } from 'node:stream';\n`);
  const types = ['BinaryBody', 'Download', 'StreamEvent', 'UploadedFile'].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(text),
  );
  // Handlers may pass on what they must not change themselves.
  if (/\bSchemas\[/.test(text)) types.unshift('Immutable');
  if (types.length > 0)
    lines.push(
      `import type { ${types.join(', ')} } from ${quote(`${runtime}/http/handler/handler-types.ts`)};\n`,
    );
  if (/\bSchemas\[/.test(text)) {
    lines.push(
      `import type { components } from './schema.gen.ts';\n\ntype Schemas = Immutable<components['schemas']>;\n`,
    );
  }
  return lines.join('');
}

function printOperation(operation: Operation, contract: Contract, printer: TypePrinter): string {
  const parts: string[] = [];
  for (const place of PLACES) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length > 0)
      parts.push(`      readonly ${place}: ${printParameters(parameters, printer)};\n`);
  }
  if (operation.body !== undefined) parts.push(printBody(operation.body, printer));
  const input = parts.length === 0 ? 'Readonly<Record<never, never>>' : `{\n${parts.join('')}    }`;
  const replies = operation.replies.flatMap((reply) => printReply(reply, operation, contract, printer));
  const reply = replies.length === 0 ? ' never' : replies.map((line) => `\n      | ${line}`).join('');
  return (
    `  readonly ${propertyKey(operation.operationId)}: {\n    readonly access: '${operation.access}';\n` +
    `${printNegotiated(operation)}    readonly input: ${input};\n    readonly reply:${reply};\n  };\n`
  );
}

/** Types that a success may have, in the contract's order, where the client's `Accept` or a stream makes a difference. */
export function negotiatedTypes({ replies }: Operation): string[] {
  const types = replies
    .filter(({ status }) => /^2\d\d$/.test(status))
    .flatMap(({ media }) => media.map(({ type }) => type));
  const distinct = [...new Set(types)].filter((type) => !type.includes('*'));
  return distinct.length > 1 || distinct.includes(EVENT_STREAM) ? distinct : [];
}

function printNegotiated(operation: Operation): string {
  const types = negotiatedTypes(operation).map(quote);
  return types.length === 0 ? '' : `    readonly produces: ${types.join(' | ')};\n`;
}

function printParameters(parameters: readonly Parameter[], printer: TypePrinter): string {
  const required = parameters.filter((parameter) => parameter.required).map(parameterName);
  const properties = Object.fromEntries(
    parameters.map((parameter) => [parameterName(parameter), parameter.schema]),
  );
  return printer.object({ type: 'object', properties, required, additionalProperties: false }, 'input');
}

/** Header names are compared without case, so they are given in lower case. */
export function parameterName(parameter: Parameter): string {
  return parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
}

function printBody(body: Body, printer: TypePrinter): string {
  const types = body.media.map((media) => {
    if (isJson(media.type) || media.type === FORM) return printer.print(media.schema ?? {}, 'input');
    return isMultipart(media.type) ? printer.print(media.schema ?? {}, 'form') : 'Readable';
  });
  const type = [...new Set(types)].join(' | ') || 'unknown';
  return `      readonly body${body.required ? '' : '?'}: ${type};\n`;
}

/** Errors are thrown, so only statuses below 400 are replies of a handler. */
function printReply(reply: Reply, operation: Operation, contract: Contract, printer: TypePrinter): string[] {
  if (!/^[123]\d\d$/.test(reply.status)) return [];
  if (servesRanges(operation)) return printDownload(reply);
  const headers = printHeaders(reply, contract);
  const status = `readonly status: ${reply.status}`;
  if (reply.media.length === 0) return [`{ ${status}${headers} }`];
  return reply.media.map((media) => `{ ${status}; ${printMedia(media, printer)}${headers} }`);
}

/** An operation with a 206 answers from a file, of which the pipeline makes the whole, a range, or nothing new. */
function servesRanges({ replies }: Operation): boolean {
  return replies.some(({ status, media }) => status === '206' && media.some(({ type }) => !isJson(type)));
}

function printDownload({ status, media }: Reply): string[] {
  if (status !== '200') return [];
  return media.map(
    ({ type }) =>
      `{ readonly status: 200; readonly type: ${mediaTypeLiteral(type)}; readonly file: Download }`,
  );
}

function printMedia(media: MediaType, printer: TypePrinter): string {
  if (media.type === EVENT_STREAM) return `readonly type: 'text/event-stream'; ${printEvents(media)}`;
  if (!isJson(media.type)) return `readonly type: ${mediaTypeLiteral(media.type)}; readonly body: BinaryBody`;
  return `readonly body: ${printer.print(media.schema ?? {}, 'wire')}`;
}

/** A media range is answered with a type of the handler's choice. */
function mediaTypeLiteral(type: string): string {
  return type.includes('*') ? `\`${type.replaceAll('*', `\${string}`)}\`` : quote(type);
}

function printEvents(media: MediaType): string {
  const events = [...(media.events ?? [])].map(
    ([name, schema]) => `StreamEvent<${quote(name)}, Schemas[${quote(schema)}]>`,
  );
  return `readonly events: AsyncIterable<${events.join(' | ') || 'StreamEvent<string, unknown>'}>`;
}

function printHeaders(reply: Reply, contract: Contract): string {
  if (reply.headers.length === 0) return '';
  const required = requiredHeaders(reply, contract);
  const names = reply.headers.map(
    (name) => `readonly ${propertyKey(name)}${required.has(name) ? '' : '?'}: string`,
  );
  return `; readonly headers${required.size > 0 ? '' : '?'}: { ${names.join('; ')} }`;
}

function requiredHeaders(reply: Reply, contract: Contract): ReadonlySet<string> {
  const written = valueAt(contract.document, reply.pointer);
  const headers = isObject(written) ? (dereference(written, contract) as Schema).headers : undefined;
  if (!isObject(headers)) return new Set();
  const required = Object.entries(headers).filter(
    ([, header]) => isObject(header) && dereference(header, contract).required === true,
  );
  return new Set(required.map(([name]) => name.toLowerCase()));
}
