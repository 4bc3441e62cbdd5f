import type { Document } from 'openapi-backend';
import { MULTIPART } from '#src/http/request/body.ts';
import { type FieldForms, fieldFormOf, type PartSchema } from '#src/http/upload/form-fields.ts';

/** Least and greatest size of a file part in bytes, and whether it may come more than once. */
export interface PartLimit {
  readonly min: number;
  readonly max: number;
  readonly list: boolean;
}

/** Every file part of a form by its name. */
export type PartLimits = ReadonlyMap<string, PartLimit>;

/** The multipart operations of a contract, cut down to their bodies. */
export interface MultipartDocument {
  /** For express-openapi-validator: paths without parameters, as `routeOf` makes them. */
  readonly spec: object;
  /** File parts by operationId. */
  readonly limits: ReadonlyMap<string, PartLimits>;
  /** All other parts by operationId. */
  readonly fields: ReadonlyMap<string, FieldForms>;
}

/** Room for what a form holds beside its file. */
const FORM_BYTES = 65_536;

/** Largest form of an operation in bytes, where the operator set the size of its file. */
export function formLimit(
  maxFileBytes: ReadonlyMap<string, number>,
  operationId: string,
): number | undefined {
  const file = maxFileBytes.get(operationId);
  return file === undefined ? undefined : file + FORM_BYTES;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly 'x-min-bytes'?: number;
  readonly 'x-max-bytes'?: number;
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** Path of an operation as the validator knows it: what stood for its parameters was checked before. */
export function routeOf(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, 'x');
}

/**
 * Cuts the document, and reads the sizes of files from it: no validator counts them. `maxFileBytes`
 * replaces the contract's greatest sizes by operationId.
 */
export function multipartDocument(
  document: Document,
  maxFileBytes: ReadonlyMap<string, number>,
): MultipartDocument {
  const paths: Record<string, object> = {};
  const limits = new Map<string, PartLimits>();
  const fields = new Map<string, FieldForms>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries((item ?? {}) as Record<string, Operation>)) {
      const media = operation.requestBody?.content?.[MULTIPART];
      if (media === undefined) continue;
      const schema = resolve(document, media.schema ?? {});
      limits.set(operation.operationId, limitsOf(schema, maxFileBytes.get(operation.operationId)));
      fields.set(operation.operationId, fieldsOf(document, schema));
      const route = routeOf(path);
      paths[route] = { ...paths[route], [method]: cutOperation(operation, schema) };
    }
  }
  const components = { schemas: reachable(document, paths) };
  return { spec: { openapi: document.openapi, info: document.info, paths, components }, limits, fields };
}

/** The component schemas that the bodies need, since the validator compiles whatever it is given. */
function reachable(document: Document, paths: object): Readonly<Record<string, unknown>> {
  const schemas: Record<string, unknown> = document.components?.schemas ?? {};
  const found: Record<string, unknown> = {};
  const open: unknown[] = [paths];
  while (open.length > 0) {
    for (const [, name] of JSON.stringify(open.pop()).matchAll(/"#\/components\/schemas\/([^"/]+)/g)) {
      if (name === undefined || Object.hasOwn(found, name) || !Object.hasOwn(schemas, name)) continue;
      found[name] = schemas[name];
      open.push(schemas[name]);
    }
  }
  return found;
}

function resolve(document: Document, schema: Schema): Schema {
  // A reference is wrapped where anything stands beside it.
  const ref = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined);
  const name = /^#\/components\/schemas\/(.+)$/.exec(ref ?? '')?.[1];
  return name === undefined ? schema : ((document.components?.schemas?.[name] ?? {}) as Schema);
}

function fieldsOf(document: Document, schema: Schema): FieldForms {
  const fields = Object.entries(schema.properties ?? {}).filter(([, part]) => !isFile(part));
  return new Map(
    fields.map(([name, part]) => {
      const { items, ...own } = resolve(document, part);
      const resolved = items === undefined ? own : { ...own, items: resolve(document, items) };
      return [name, fieldFormOf(resolved as PartSchema)];
    }),
  );
}

function isFile(schema: Schema): boolean {
  return schema.format === 'binary' || schema.items?.format === 'binary';
}

function limitsOf(schema: Schema, override: number | undefined): PartLimits {
  const files = Object.entries(schema.properties ?? {}).filter(([, part]) => isFile(part));
  return new Map(
    files.map(([name, part]) => {
      const file = part.items ?? part;
      // Other people's documents have only the lengths, and mean bytes by them.
      const min = file['x-min-bytes'] ?? file.minLength ?? 0;
      const max = override ?? file['x-max-bytes'] ?? file.maxLength ?? Number.POSITIVE_INFINITY;
      return [name, { min, max, list: part.items !== undefined }];
    }),
  );
}

function cutOperation(operation: Operation, schema: Schema): object {
  const parts = Object.entries(schema.properties ?? {}).map(([name, part]) => [
    name,
    isFile(part) ? bare(part) : part,
  ]);
  const cut = { ...schema, properties: Object.fromEntries(parts) };
  return {
    operationId: operation.operationId,
    requestBody: { required: true, content: { [MULTIPART]: { schema: cut } } },
    responses: { default: { description: 'Any' } },
  };
}

function bare(part: Schema): Schema {
  return part.items === undefined
    ? { type: 'string', format: 'binary' }
    : { ...part, items: bare(part.items) };
}
