/** An error of which the log says what it was and not where it was thrown. */
export class Brief {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/**
 * For what is no defect here, such as a refusal that the caller caused or a dependency that is away: a stack says nothing
 * about it, and a crowd of them hides the one that does. Of its message nothing is left that stands in quotes.
 */
export function briefly(error: unknown): Brief {
  return new Brief(error);
}

/** The fields of an error that the log may contain. */
export interface ErrorText {
  /** Its class. */
  readonly type: string;
  readonly message: string;
  /** Undefined where it is left out. */
  readonly stack: string | undefined;
}

/** The fields of an error of PostgreSQL that name things of ours and hold nothing of users. */
const POSTGRES_FIELDS = ['severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine'];
/** Codes of what is missing in the schema: what their messages quote stands in our own statements. */
const OF_OUR_STATEMENTS: ReadonlySet<string> = new Set(['42P01', '42703', '42883']);
/** Class of the codes for values that are wrong; their messages hold them, quoted or not. */
const DATA_EXCEPTION = '22';
const SAID_OTHERWISE: ReadonlySet<string> = new Set([
  'type',
  'name',
  'message',
  'stack',
  'cause',
  'errors',
  'code',
]);
const CODE = /^(?:[A-Z0-9][A-Z0-9_]{1,60}|[a-z][a-z0-9_]{1,60})$/;
/** Also those of the languages that PostgreSQL may be set to. */
const QUOTES = ['"', '“', '”', '„', '«', '»', '「', '」'];
const CUT = '…';

type Named = Error & { readonly code?: unknown; readonly severity?: unknown; readonly routine?: unknown };

export function textOf(error: Error, brief: boolean): ErrorText {
  const type = typeOf(error);
  const message = messageOf(error, brief);
  const stack = brief ? undefined : stackOf(error, `${type}: ${message}`);
  return { type, message, stack };
}

/**
 * Fields of its own that an error may be logged with. Libraries hang their clients, sockets and answers on errors, which
 * would be written out as a whole.
 */
export function fieldsOf(error: Error, brief: boolean): readonly string[] {
  if (isOfPostgres(error)) return POSTGRES_FIELDS;
  return Object.entries(Object.getOwnPropertyDescriptors(error))
    .filter(([name, { enumerable }]) => enumerable === true && !SAID_OTHERWISE.has(name))
    .filter(([, { value }]) => isSimple(value) || (!brief && isPlain(value)))
    .map(([name]) => name);
}

/** Also what a getter gives, of which nobody knows yet. */
function isSimple(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value) || value instanceof Error) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The code of an error names its kind, also where the contract has secrets that are called code. */
export function codeOf(error: Named): string | undefined {
  return typeof error.code === 'string' && CODE.test(error.code) ? error.code : undefined;
}

/** Libraries tend to name all of their errors alike, which their classes do not. */
function typeOf(error: Error): string {
  const isNamed = typeof error.name === 'string' && !/^(?:error)?$/i.test(error.name);
  return isNamed ? error.name : error.constructor?.name || 'Error';
}

function isOfPostgres(error: Named): boolean {
  return typeof error.code === 'string' && error.code.length === 5 && typeof error.severity === 'string';
}

function messageOf(error: Named, brief: boolean): string {
  const message = String(error.message);
  if (isOfPostgres(error)) return messageOfPostgres(error, message);
  // The parser of JSON quotes a piece of what it could not read.
  if (error instanceof SyntaxError) return withoutQuoted(message, [...QUOTES, "'"]);
  return brief ? withoutQuoted(message) : message;
}

function messageOfPostgres(error: Named, message: string): string {
  const code = String(error.code);
  if (OF_OUR_STATEMENTS.has(code)) return message;
  if (!code.startsWith(DATA_EXCEPTION)) return withoutQuoted(message);
  const value = /[:\d]/.exec(message)?.index ?? message.length;
  const end = Math.min(value, firstOf(QUOTES, message));
  return end === message.length ? message : `${message.slice(0, end).trimEnd()} ${CUT}`;
}

/** From the first quote to the last, since what is quoted may hold quotes itself; to the end where there is but one. */
function withoutQuoted(message: string, quotes: readonly string[] = QUOTES): string {
  const first = firstOf(quotes, message);
  if (first === message.length) return message;
  const last = Math.max(...quotes.map((quote) => message.lastIndexOf(quote)));
  return `${message.slice(0, first)}${CUT}${first === last ? '' : message.slice(last + 1)}`;
}

function firstOf(quotes: readonly string[], message: string): number {
  const places = quotes.map((quote) => message.indexOf(quote)).filter((place) => place >= 0);
  return Math.min(message.length, ...places);
}

/** The stack begins with the message, which is not to be there as it was. */
function stackOf(error: Error, head: string): string | undefined {
  const { stack } = error;
  if (typeof stack !== 'string') return undefined;
  const message = String(error.message);
  const at = stack.indexOf(message);
  return at < 0 ? undefined : head + stack.slice(at + message.length);
}
