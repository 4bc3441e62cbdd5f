import type { Document } from 'openapi-backend';
import { MULTIPART } from '#src/http/body.ts';

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
  /** By operationId. */
  readonly limits: ReadonlyMap<string, PartLimits>;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
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
 * Cuts the document, and takes the sizes of files out of it: the validator counts them as letters. `maxFileBytes`
 * replaces the contract's greatest sizes by operationId. Throws when it names an operation without files.
 */
export function multipartDocument(
  document: Document,
  maxFileBytes: ReadonlyMap<string, number>,
): MultipartDocument {
  const paths: Record<string, object> = {};
  const limits = new Map<string, PartLimits>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries((item ?? {}) as Record<string, Operation>)) {
      const media = operation.requestBody?.content?.[MULTIPART];
      if (media === undefined) continue;
      const schema = resolve(document, media.schema ?? {});
      limits.set(operation.operationId, limitsOf(schema, maxFileBytes.get(operation.operationId)));
      const route = routeOf(path);
      paths[route] = { ...paths[route], [method]: cutOperation(operation, schema) };
    }
  }
  const strangers = [...maxFileBytes.keys()].filter((id) => !limits.has(id));
  if (strangers.length > 0)
    throw new Error(`MAX_UPLOAD_BYTES names ${strangers.join(', ')}, which takes no files.`);
  const components = { schemas: document.components?.schemas ?? {} };
  return { spec: { openapi: document.openapi, info: document.info, paths, components }, limits };
}

function resolve(document: Document, schema: Schema): Schema {
  const name = /^#\/components\/schemas\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  return name === undefined ? schema : ((document.components?.schemas?.[name] ?? {}) as Schema);
}

function isFile(schema: Schema): boolean {
  return schema.format === 'binary' || schema.items?.format === 'binary';
}

function limitsOf(schema: Schema, override: number | undefined): PartLimits {
  const files = Object.entries(schema.properties ?? {}).filter(([, part]) => isFile(part));
  return new Map(
    files.map(([name, part]) => {
      const { minLength: min = 0, maxLength: max = Number.POSITIVE_INFINITY } = part.items ?? part;
      return [name, { min, max: override ?? max, list: part.items !== undefined }];
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
    : { type: 'array', items: bare(part.items) };
}
