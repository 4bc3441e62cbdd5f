import { readFileSync } from 'node:fs';
import { operationTable } from '#generated/operation-table.gen.ts';
import type { OperationId } from '#generated/operations.gen.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';

type Json = Record<string, unknown>;

/** The contract as it is served. */
export const document: Json = JSON.parse(
  readFileSync(new URL('../../src/generated/openapi.gen.json', import.meta.url), 'utf8'),
);

export const operations: readonly OperationRecord[] = Object.values(operationTable);

/** True when the operation needs a login. */
export function needsLogin({ access }: Pick<OperationRecord, 'access'>): boolean {
  return access === 'user' || access === 'viewer' || access === 'admin';
}

export function recordOf(operationId: OperationId): OperationRecord {
  return operationTable[operationId];
}

/** Follows references to what they name. */
export function resolve<T>(value: unknown): T {
  const ref = (value as { $ref?: string })?.$ref;
  if (ref === undefined) return value as T;
  const target = ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (node, key) => (node as Json)[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );
  return resolve<T>(target);
}

interface ContractParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: unknown;
}

export interface MediaType {
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly examples?: Record<string, { readonly value: unknown }>;
}

export interface ContractOperation {
  readonly parameters: readonly ContractParameter[];
  readonly content: Readonly<Record<string, MediaType>>;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>>;
}

/** An operation as the contract has it, references resolved one level deep. */
export function contractOperation(record: OperationRecord): ContractOperation {
  const paths = document.paths as Record<string, Record<string, Json>>;
  const operation = paths[record.path]?.[record.method.toLowerCase()] as Json;
  const parameters = ((operation.parameters ?? []) as unknown[]).map((item) =>
    resolve<ContractParameter>(item),
  );
  const body = resolve<{ content?: Record<string, MediaType> } | undefined>(operation.requestBody);
  const responses = Object.fromEntries(
    Object.entries((operation.responses ?? {}) as Json).map(([status, reply]) => [
      status,
      resolve<{ content?: Record<string, MediaType> }>(reply),
    ]),
  );
  return { parameters, content: body?.content ?? {}, responses };
}

/** A request that the contract itself gives as an example. */
export interface ExampleRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | undefined;
}

/** Builds the request of an operation from the examples in the contract. */
export function exampleRequest(record: OperationRecord): ExampleRequest {
  const { parameters, content } = contractOperation(record);
  let path = record.path;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const parameter of parameters) {
    const text = String(parameter.example);
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(text));
    else if (!parameter.required) continue;
    else if (parameter.in === 'query') query.set(parameter.name, text);
    else if (parameter.in === 'header') headers[parameter.name.toLowerCase()] = text;
  }
  const target = query.size > 0 ? `${path}?${query}` : path;
  const json = content['application/json'];
  if (json !== undefined) {
    headers['content-type'] = 'application/json';
    return { method: record.method, path: target, headers, body: JSON.stringify(exampleOf(json)) };
  }
  const form = content['multipart/form-data'];
  return {
    method: record.method,
    path: target,
    headers,
    body: form === undefined ? undefined : formOf(form),
  };
}

export function exampleOf(media: MediaType): unknown {
  return media.example ?? Object.values(media.examples ?? {})[0]?.value;
}

interface ObjectSchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A multipart body with a small file in each required file part and plain texts elsewhere. */
function formOf(media: MediaType): FormData {
  const schema = resolve<ObjectSchema>(media.schema);
  const form = new FormData();
  for (const name of schema.required ?? []) {
    const property = resolve<{ format?: string; enum?: readonly string[] }>(schema.properties?.[name]);
    if (property.format === 'binary')
      form.set(name, new Blob(['content'], { type: 'text/plain' }), 'note.txt');
    else form.set(name, property.enum?.[0] ?? 'text');
  }
  return form;
}
