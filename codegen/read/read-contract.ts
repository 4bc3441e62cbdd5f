import { madeUpNames } from '#codegen/foreign/made-up.ts';
import { parseQuickly } from '#codegen/foreign/quick-text.ts';
import type { TextCache } from '#codegen/foreign/yaml-pieces.ts';
import { checkReferences, resolveAnchors } from '#codegen/read/check-references.ts';
import type { Contract, Method, Operation, Schema } from '#codegen/read/contract.ts';
import { ContractError } from '#codegen/read/contract-error.ts';
import { childPointer, isObject, referencePointer, valueAt } from '#codegen/read/json-pointer.ts';
import { nameFromPath } from '#codegen/read/operation-name.ts';
import type { ParsedText } from '#codegen/read/parsed-text.ts';
import { readSchema } from '#codegen/read/read-content.ts';
import { readOperation } from '#codegen/read/read-operation.ts';
import { type FoundOperation, type Placed, Reading } from '#codegen/read/reading.ts';
import { parseYamlText } from '#codegen/read/yaml-text.ts';

const METHODS: readonly Method[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const PROBLEM_TYPES = '/components/schemas/ErrorCode/x-problem-types';

export interface ReadOptions {
  /** Somebody else's document: names, areas and access are made up where our extensions are missing. */
  readonly foreign?: boolean;
  /** Keeps what was read of the parts of such a document, for the next run on a text that is mostly the same. */
  readonly cache?: TextCache;
}

/** Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, into the ordered model that rules and emitters use. */
export function readContract(source: string, text: string, options: ReadOptions = {}): Contract {
  const parsed = parse(source, text.startsWith('\uFEFF') ? text.slice(1) : text, options);
  if (!isObject(parsed.value)) {
    const remedy = 'The document starts with `openapi: 3.0.3`, `info` and `paths`.';
    throw new ContractError(source, { line: 1, column: 1 }, 'The text is no OpenAPI document.', remedy);
  }
  const document = parsed.value;
  const reading = new Reading(source, document, options.foreign === true, parsed.position);
  const version = readVersion(reading);
  if (version === '3.1') resolveAnchors(document);
  checkReferences(reading);
  return {
    source,
    version,
    document,
    operations: readOperations(reading),
    schemas: readSchemas(document),
    problems: readProblems(reading),
    position: parsed.position,
    resolve: (ref) => {
      const pointer = referencePointer(ref);
      return pointer === undefined ? undefined : readSchema(valueAt(document, pointer));
    },
  };
}

function parse(source: string, text: string, { foreign, cache }: ReadOptions): ParsedText {
  const quick = foreign === true ? parseQuickly(source, text, cache) : undefined;
  return quick ?? parseYamlText(source, text);
}

function readVersion(reading: Reading): Contract['version'] {
  const { openapi, swagger } = reading.document;
  const [, version] = /^(3\.[01])(?:\.|$)/.exec(String(openapi)) ?? [];
  if (version === '3.0' || version === '3.1') return version;
  if (swagger !== undefined) {
    const remedy = 'Convert it to OpenAPI 3.0 first, for instance with `npx swagger2openapi`.';
    throw reading.error('/swagger', `Swagger ${String(swagger)} is not supported.`, remedy);
  }
  const message =
    openapi === undefined
      ? 'The document has no "openapi" version.'
      : `OpenAPI ${String(openapi)} is not supported.`;
  throw reading.error('/openapi', message, 'Write `openapi: 3.0.3` or `openapi: 3.1.0`.');
}

function readOperations(reading: Reading): Operation[] {
  const found = findOperations(reading);
  const operationIds = reading.foreign ? madeUpNames(found) : found.map((each) => ownName(reading, each));
  return found
    .map((each, index) => readOperation(reading, each, operationIds[index] ?? ''))
    .sort((a, b) => compare(a.area, b.area) || compare(a.operationId, b.operationId));
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function findOperations(reading: Reading): FoundOperation[] {
  const { paths } = reading.document;
  if (paths === undefined && reading.document.webhooks !== undefined) return [];
  if (!isObject(paths)) {
    throw reading.error('/paths', 'The document has no "paths".', 'Add `paths:` with at least one path.');
  }
  const found: FoundOperation[] = [];
  for (const [path, item] of Object.entries(paths)) {
    if (path.startsWith('x-')) continue;
    const pointer = childPointer('/paths', path);
    if (!path.startsWith('/')) {
      throw reading.error(pointer, `The path "${path}" does not begin with a slash.`, `Write "/${path}".`);
    }
    found.push(...operationsAt(reading, path, item, pointer));
  }
  return found;
}

function operationsAt(reading: Reading, path: string, item: unknown, pointer: string): FoundOperation[] {
  if (item === null && reading.foreign) return [];
  const pathItem = reading.follow(item, pointer);
  const found: FoundOperation[] = [];
  for (const method of METHODS) {
    const value = pathItem.value[method];
    if (value === undefined) continue;
    const operation: Placed = reading.follow(value, childPointer(pathItem.pointer, method));
    found.push({ method, path, pathItem, operation });
  }
  return found;
}

function ownName(reading: Reading, { operation, method, path }: FoundOperation): string {
  const name = reading.text(operation, 'operationId');
  if (name !== undefined) return name;
  const message = `${method.toUpperCase()} ${path} has no "operationId".`;
  throw reading.error(
    operation.pointer,
    message,
    `Add one, such as \`operationId: ${nameFromPath(method, path)}\`.`,
  );
}

function readSchemas(document: Schema): ReadonlyMap<string, Schema> {
  const schemas = valueAt(document, '/components/schemas');
  if (!isObject(schemas)) return new Map();
  const names = Object.keys(schemas).sort(compare);
  return new Map(names.map((name) => [name, readSchema(schemas[name]) ?? {}]));
}

function readProblems(reading: Reading): Contract['problems'] {
  const types = valueAt(reading.document, PROBLEM_TYPES);
  if (reading.foreign || !isObject(types)) return new Map();
  return new Map(
    Object.entries(types).map(([code, value]) => {
      const placed = { value: isObject(value) ? value : {}, pointer: childPointer(PROBLEM_TYPES, code) };
      const status = reading.count(placed, 'status');
      const title = reading.text(placed, 'title');
      if (status !== undefined && title !== undefined) return [code, { status, title }];
      const remedy = `Write \`${code}: {status: 409, title: What it means}\`.`;
      throw reading.error(placed.pointer, `The problem type "${code}" is not complete.`, remedy);
    }),
  );
}
