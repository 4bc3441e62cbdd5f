import { briefly } from '#src/platform/log-errors.ts';

interface UnavailableOptions {
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
}

const RETRY_SECONDS = 5;
const BUSY_RETRY_SECONDS = 1;

/**
 * The database cannot be reached or does not take work: the caller may try again, nothing is wrong with the request. The
 * message may be told to callers.
 */
export class DatabaseUnavailableError extends Error {
  override readonly name: string = 'DatabaseUnavailableError';
  readonly retryAfterSeconds: number;

  constructor(message: string, { cause, retryAfterSeconds = RETRY_SECONDS }: UnavailableOptions = {}) {
    super(message, { cause });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The database answers, but others hold for too long what the work needs: a row, or a slot for a transaction. */
export class DatabaseBusyError extends DatabaseUnavailableError {
  override readonly name = 'DatabaseBusyError';

  constructor(message: string, cause?: unknown) {
    super(message, { cause, retryAfterSeconds: BUSY_RETRY_SECONDS });
  }
}

/** The database answers and takes no changes: a standby, or a primary that is none any more. */
export class DatabaseReadOnlyError extends DatabaseUnavailableError {
  override readonly name = 'DatabaseReadOnlyError';

  constructor(cause?: unknown) {
    super('The database takes no changes at the moment.', { cause });
  }
}

interface DriverError {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
}

/**
 * Classes 08 (connection), 53 (resources) and 58 (the system under the server, such as its disk), 57P (operator
 * intervention), a statement or a transaction whose time was up, and the network's own names.
 */
const UNAVAILABLE =
  /^(?:08...|57P0\d|57014|25P0[34]|53[0-4]\d\d|58[0P]\d\d|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;
/** Messages of the driver's own errors, which have no code. */
const UNAVAILABLE_TEXT =
  /timeout exceeded when trying to connect|^timeout expired|Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end|driver has already been destroyed/;
const READ_ONLY = '25006';
const LOCK_TIMEOUT = '55P03';
/** Message of the driver when its own time limit for an answer is over. */
const NO_ANSWER = 'Query read timeout';

function asDriverError(error: unknown): DriverError {
  return typeof error === 'object' && error !== null ? error : {};
}

/** Gives failures that are not the work's own their own type; every other error stays what it is. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseUnavailableError) return error;
  const { code, message } = asDriverError(error);
  if (isReadOnly(error)) return new DatabaseReadOnlyError(error);
  if (code === LOCK_TIMEOUT || isRetryable(error))
    return new DatabaseBusyError('Another change holds what this one needs.', error);
  const lost = typeof code === 'string' && UNAVAILABLE.test(code);
  const refused = typeof message === 'string' && UNAVAILABLE_TEXT.test(message);
  return lost || refused
    ? new DatabaseUnavailableError('The database cannot be reached at the moment.', { cause: error })
    : error;
}

/** An error as the log is told of it: a database that is away is no defect, and its stacks would hide those that are. */
export function asLogged(error: unknown): unknown {
  return translateDatabaseError(error) instanceof DatabaseUnavailableError ? briefly(error) : error;
}

/** True for a change on a connection that takes none. */
export function isReadOnly(error: unknown): boolean {
  return asDriverError(error).code === READ_ONLY;
}

/** True when a statement had no answer in time: nobody knows what its connection is at. */
export function isUnanswered(error: unknown): boolean {
  return asDriverError(error).message === NO_ANSWER;
}

/** True for a violated unique constraint, of the given name where one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: violated } = asDriverError(error);
  return code === '23505' && (constraint === undefined || violated === constraint);
}

/** True when PostgreSQL gave up a transaction that can simply be tried again. A lock that was waited for in vain is not. */
export function isRetryable(error: unknown): boolean {
  const { code } = asDriverError(error);
  return code === '40001' || code === '40P01';
}
