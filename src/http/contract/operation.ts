/** What the pipeline knows of an operation at run time. The table of these is generated from the contract. */

/**
 * The callers that an operation admits. `optional`: a caller with a good token is known, everybody else is anonymous. `machine`: no person, but
 * whoever the operation's own security scheme lets in.
 */
export type Access = 'public' | 'optional' | 'machine' | 'user' | 'viewer' | 'admin';
export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD' | 'TRACE';

/** How the text of a parameter becomes a value before validation. */
export type Scalar = 'string' | 'integer' | 'number' | 'boolean' | 'any';

export interface ParameterRecord {
  readonly name: string;
  /** Type of the value, or of each item when `list` is set. */
  readonly scalar: Scalar;
  readonly list?: true;
  /** The items of a list stand in one text with commas between them; else each is a parameter of its own. */
  readonly joined?: true;
  /** Each item is a parameter of its own, but one text may hold several; commas are no part of an item, also encoded ones. */
  readonly mayJoin?: true;
  /** Kind of object that a path parameter names, such as `conversation`. */
  readonly names?: string;
  /** The value of a path parameter gives access by itself, so it is written down nowhere. */
  readonly secret?: true;
}

export interface BodyRecord {
  readonly required: boolean;
  /** Accepted media types, lower case, without parameters. */
  readonly types: readonly string[];
}

export interface ReplyRecord {
  readonly types: readonly string[];
  readonly headers?: readonly string[];
}

export interface OperationRecord {
  readonly operationId: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly area: string;
  readonly access: Access;
  /** Alternatives of names of security schemes; an empty one lets everybody in, as no alternative does. */
  readonly security: readonly (readonly string[])[];
  readonly pathParameters: readonly ParameterRecord[];
  readonly queryParameters: readonly ParameterRecord[];
  /** Names are lower case. */
  readonly headerParameters: readonly ParameterRecord[];
  readonly body?: BodyRecord;
  /** Paths of the values that mean the same in both cases, of which handlers see lower case; `*` is each item. */
  readonly anyCase?: Readonly<Partial<Record<InputPlace, readonly (readonly string[])[]>>>;
  /** By status as text. */
  readonly replies: Readonly<Record<string, ReplyRecord>>;
  /** Media types of a success between which `Accept` chooses; the first is the default. */
  readonly produces?: readonly string[];
  readonly rateLimit?: { readonly limit: number; readonly windowSeconds: number; readonly by: 'ip' | 'user' };
  readonly audit?: string;
  readonly idempotent?: 'header' | 'client_message_id';
  /** Its work leaves the database, so that no transaction is held around it. */
  readonly outsideCalls?: true;
  readonly maxBodyBytes?: number;
  readonly timeoutMs?: number;
  readonly deprecated?: true;
  readonly deprecatedSince?: string;
  readonly sunset?: string;
}

/** An AJV standalone validator. `errors` belongs to the last call, so it is read before anything is awaited. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationIssue[] | null;
}

/** The fields of an AJV error that the gateway uses. */
export interface ValidationIssue {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The parts of a request that hold input. */
export type InputPlace = 'path' | 'query' | 'header' | 'cookie' | 'body';

export type RequestValidators = Readonly<Partial<Record<InputPlace, Validator>>>;

/** Validators of JSON replies by status, and of the data of events by `status:event`; others have none. */
export type ReplyValidators = Readonly<Record<string, Validator>>;

/** Serializers of JSON replies by status, and of the data of events by `status:event`. Only declared properties are written. */
export type ReplySerializers = Readonly<Record<string, (value: never) => string>>;

/** Operation ids by method at one path. */
export type MethodTable = Readonly<Partial<Record<HttpMethod, string>>>;

/** One level of the path trie; a path is split at `/`. */
export interface RouteNode {
  /** Children by literal segment. */
  readonly literals?: Readonly<Record<string, RouteNode>>;
  /** Children whose segment mixes text and parameters, most specific first: [regular expression source, child]. */
  readonly patterns?: readonly (readonly [source: string, child: RouteNode])[];
  /** Child for a segment that is one whole parameter. */
  readonly parameter?: RouteNode;
  /** Operations that end here. */
  readonly operations?: MethodTable;
}

export interface RouteTable {
  /** Paths without parameters, without trailing slash. */
  readonly static: Readonly<Record<string, MethodTable>>;
  /** Paths with parameters. Values are captured in the order of `pathParameters`. */
  readonly dynamic: RouteNode;
}
