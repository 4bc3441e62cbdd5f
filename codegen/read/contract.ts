/**
 * The contract as the rest of codegen sees it: plain, ordered, every name decided.
 * `read` makes it from YAML, `rules` judge it, `emit` prints it; nothing else looks at the YAML.
 */

/** An OpenAPI 3.0 or 3.1 schema object or reference, as written. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A position in the contract file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
/** `machine`: no person, but whoever a security scheme of its own lets in. */
export type Access = 'public' | 'optional' | 'machine' | 'user' | 'viewer' | 'admin';
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** One parameter with its reference resolved and defaults of `style` and `explode` filled in. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** One value may hold several items with commas between them, from `x-comma-separated`. */
  readonly commaSeparated: boolean;
  /** Set when the parameter is described by `content` instead of `schema`. */
  readonly mediaType: string | undefined;
  readonly schema: Schema;
  readonly object: string | undefined;
  /** JSON Pointer of the parameter itself, behind any reference. */
  readonly pointer: string;
}

export interface MediaType {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly schema: Schema | undefined;
  /** Of a stream of events: name of an event -> component of its data. */
  readonly events: ReadonlyMap<string, string> | undefined;
  readonly pointer: string;
}

export interface Body {
  readonly required: boolean;
  readonly media: readonly MediaType[];
  readonly pointer: string;
}

export interface Reply {
  /** `200`, `4XX` or `default`, as written. */
  readonly status: string;
  readonly media: readonly MediaType[];
  /** Lower-case header names. */
  readonly headers: readonly string[];
  readonly pointer: string;
}

export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly by: 'ip' | 'user';
}

export interface Operation {
  readonly operationId: string;
  readonly method: Method;
  /** Path template as written. */
  readonly path: string;
  readonly area: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string | undefined;
  readonly access: Access;
  /** Alternatives of scheme names, as in the contract; an empty one lets everybody in, as no alternative does. */
  readonly security: readonly (readonly string[])[];
  /** Path-level parameters first; sorted by place, then as written. */
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  /** Sorted by status, `default` last. */
  readonly replies: readonly Reply[];
  readonly rateLimit: RateLimit | undefined;
  readonly audit: string | undefined;
  readonly idempotent: 'header' | 'client_message_id' | undefined;
  /** Its work leaves the database, so that no transaction may be held around it. */
  readonly outsideCalls: boolean;
  readonly maxBodyBytes: number | undefined;
  readonly timeoutMs: number | undefined;
  readonly bounded: string | undefined;
  readonly deprecated: boolean;
  /** RFC 9745/8594 dates, from `x-deprecated-since` and `x-sunset`. */
  readonly deprecatedSince: string | undefined;
  readonly sunset: string | undefined;
  /** JSON Pointer of the operation object. */
  readonly pointer: string;
}

export interface Contract {
  /** File name for messages. */
  readonly source: string;
  /** `3.0` or `3.1`. */
  readonly version: '3.0' | '3.1';
  /** The parsed document, references intact. */
  readonly document: Schema;
  /** Sorted by area, then operationId. */
  readonly operations: readonly Operation[];
  /** `#/components/schemas`, sorted by name. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** Error code -> status and title, from `x-problem-types`. Empty for foreign contracts. */
  readonly problems: ReadonlyMap<string, { readonly status: number; readonly title: string }>;
  /** Position of the value at a JSON Pointer (`/paths/~1health/get`), or of its nearest ancestor. */
  position(pointer: string): Position;
  /** Target of a `#/…` reference, or undefined. */
  resolve(ref: string): Schema | undefined;
}
