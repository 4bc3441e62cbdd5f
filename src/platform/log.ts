import { type DestinationStream, pino } from 'pino';
import { Brief, codeOf, type ErrorText, fieldsOf, textOf } from '#src/platform/log-errors.ts';

export type LogFields = Readonly<Record<string, unknown>>;

/** The log of the server. Clinical content, personal data and secrets never reach it. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** A log whose every line carries the fields. */
  child(fields: LogFields): Log;
}

export interface LogSettings {
  readonly level: string;
  /** One readable line for people, or JSON for collectors. */
  readonly form: 'line' | 'json';
  /** Names of properties that the contract marks as clinical, personal or secret. */
  readonly sensitiveNames: readonly string[];
  readonly destination: DestinationStream;
}

const ALWAYS_SENSITIVE = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'api_key',
  'access_token',
  'refresh_token',
  'password_hash',
  'x-share-password',
  'idempotency-key',
  'email',
  'parameters',
  'detail',
  'where',
  'query',
];
const REDACTED = '[redacted]';
const UNREADABLE = '[unreadable]';
const MAX_DEPTH = 8;
const MAX_ITEMS = 50;
const MAX_TEXT = 2_000;
const MAX_JUDGED = 2_000;

/** Makes the log of one server. */
export function createLog(settings: LogSettings): Log {
  const sensitive = new Set([...ALWAYS_SENSITIVE, ...settings.sensitiveNames].map(plain));
  const redactor = new Redactor(sensitive);
  const base = pino(
    {
      level: settings.level,
      base: null,
      messageKey: 'message',
      timestamp: timestamps(),
      // Errors come here as what may be said of them; pino would take them for errors again.
      serializers: { err: (fields: unknown) => fields },
    },
    settings.form === 'json' ? settings.destination : lineWriter(settings.destination),
  );
  return wrap(base, redactor);
}

const BATCH_LENGTH = 16_384;
const FLUSH_EVERY_MS = 200;

/**
 * Writes lines for a collector in batches, since a separate write for each costs more than the line. A batch is written
 * after a moment, with the next warning, and at the end of the process.
 */
export function inBatches(destination: DestinationStream): DestinationStream {
  let pending = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const lines = pending;
    pending = '';
    if (lines !== '') destination.write(lines);
  };
  process.once('exit', flush);
  return {
    write(line) {
      pending += line;
      if (pending.length > BATCH_LENGTH || !isInformation(line)) flush();
      else timer ??= setTimeout(flush, FLUSH_EVERY_MS).unref();
    },
  };
}

/** pino writes the level first. */
function isInformation(line: string): boolean {
  return line.startsWith('{"level":30') || line.startsWith('{"level":20');
}

/** The time in pino's form, computed once per millisecond. */
function timestamps(): () => string {
  let at = 0;
  let text = '';
  return () => {
    const now = Date.now();
    if (now !== at) {
      at = now;
      text = `,"time":"${new Date(now).toISOString()}"`;
    }
    return text;
  };
}

/** `fullName`, `full_name` and `Full-Name` are one name. */
function plain(name: string): string {
  return name.replaceAll(/[-_]/g, '').toLowerCase();
}

function wrap(target: pino.Logger, redactor: Redactor): Log {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: LogFields, message: string): void => {
      if (target.isLevelEnabled(level)) target[level](redactor.fields(fields), message);
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => wrap(target.child({ ...redactor.fields(fields) }), redactor),
  };
}

/** Copies what is logged, without anything under a sensitive name, at any depth and also inside errors. */
class Redactor {
  readonly #sensitive: ReadonlySet<string>;
  /** Names that were checked before. Most are in the code and few; the limit is for all others. */
  readonly #judged = new Map<string, boolean>();

  constructor(sensitive: ReadonlySet<string>) {
    this.#sensitive = sensitive;
  }

  /** The fields that may be logged; the same object when nothing has to be removed. */
  fields(fields: LogFields): LogFields {
    return this.#isHarmless(fields) ? fields : this.#object(fields, 0, new Set());
  }

  /** True for a plain object of a few short values under names that are not sensitive. */
  #isHarmless(fields: LogFields): boolean {
    if (Object.getPrototypeOf(fields) !== Object.prototype) return false;
    let count = 0;
    for (const name in fields) {
      const value = readProperty(fields, name);
      const isShort =
        typeof value === 'string'
          ? value.length <= MAX_TEXT && value !== UNREADABLE
          : typeof value === 'number';
      if (!isShort || ++count > MAX_ITEMS || this.#isSensitive(name)) return false;
    }
    return true;
  }

  #isSensitive(name: string): boolean {
    let judgement = this.#judged.get(name);
    if (judgement === undefined) {
      judgement = this.#sensitive.has(plain(name));
      if (this.#judged.size < MAX_JUDGED) this.#judged.set(name, judgement);
    }
    return judgement;
  }

  #value(value: unknown, depth: number, seen: Set<object>): unknown {
    if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (depth >= MAX_DEPTH) return '[deep]';
    if (seen.has(value)) return '[circular]';
    seen.add(value);
    const copy = this.#copy(value, depth, seen);
    seen.delete(value);
    return copy;
  }

  #copy(value: object, depth: number, seen: Set<object>): unknown {
    if (Array.isArray(value))
      return value.slice(0, MAX_ITEMS).map((item) => this.#value(item, depth + 1, seen));
    if (value instanceof Error) return this.#error(value, depth, seen, false);
    if (value instanceof Brief)
      return value.error instanceof Error
        ? this.#error(value.error, depth, seen, true)
        : this.#value(value.error, depth, seen);
    return this.#object(value, depth + 1, seen);
  }

  #error(error: Error, depth: number, seen: Set<object>, brief: boolean): Record<string, unknown> {
    const { cause } = error;
    const code = codeOf(error);
    return {
      ...textOf(error, brief),
      ...this.#object(error, depth + 1, seen, fieldsOf(error, brief)),
      ...(code === undefined ? {} : { code }),
      ...(cause === undefined ? {} : { cause: this.#part(cause, depth, seen, brief) }),
      // A refused connection to a name with several addresses says what happened only in here.
      ...(error instanceof AggregateError ? { errors: this.#parts(error.errors, depth, seen, brief) } : {}),
    };
  }

  /** A cause is written like the error itself. */
  #part(error: unknown, depth: number, seen: Set<object>, brief: boolean): unknown {
    return this.#value(brief && error instanceof Error ? new Brief(error) : error, depth + 1, seen);
  }

  #parts(errors: readonly unknown[], depth: number, seen: Set<object>, brief: boolean): unknown {
    return errors.slice(0, MAX_ITEMS).map((error) => this.#part(error, depth, seen, brief));
  }

  #object(
    value: object,
    depth: number,
    seen: Set<object>,
    names: readonly string[] = Object.keys(value),
  ): Record<string, unknown> {
    const copy: Record<string, unknown> = Object.create(null);
    for (const name of names.slice(0, MAX_ITEMS)) {
      copy[name] = this.#isSensitive(name) ? REDACTED : this.#value(readProperty(value, name), depth, seen);
    }
    return copy;
  }
}

/** A getter that throws must not turn a line of the log into a failure of the request. */
function readProperty(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return UNREADABLE;
  }
}

const LEVELS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info ',
  40: 'warn ',
  50: 'ERROR',
  60: 'ERROR',
};

/** Turns pino's JSON into one line for a terminal; a stack follows on lines of its own. */
function lineWriter(target: DestinationStream): DestinationStream {
  return {
    write(json) {
      const { time, level, message, err, ...fields } = JSON.parse(json) as Record<string, unknown>;
      const rest = Object.entries(fields)
        .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('');
      const clock = String(time).slice(11, 23);
      const tail = err === undefined ? '' : tailOf(err as ErrorText);
      target.write(`${clock} ${LEVELS[Number(level)] ?? level} ${message}${rest}${tail}\n`);
    },
  };
}

/** The error behind a line, and what was behind it. */
function tailOf({ type, message, stack, cause }: ErrorText & { readonly cause?: unknown }): string {
  const own = stack === undefined ? ` (${type}: ${message})` : `\n${stack}`;
  return isText(cause) ? `${own} <-${tailOf(cause)}` : own;
}

function isText(cause: unknown): cause is ErrorText {
  return typeof cause === 'object' && cause !== null && 'message' in cause && 'type' in cause;
}
