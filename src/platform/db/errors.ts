/** The database cannot be reached or accepts no work: the caller can try again, and the request is correct. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

interface DriverError {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
}

/** Classes 08 (connection) and 57P (operator intervention), 53 (resources), and the network's own names. */
const UNAVAILABLE =
  /^(?:08...|57P0\d|53[0-3]\d\d|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;
const UNAVAILABLE_TEXT =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end|driver has already been destroyed/;

function asDriverError(error: unknown): DriverError {
  return typeof error === 'object' && error !== null ? error : {};
}

/** Gives connection failures a type of their own; other errors are returned unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseUnavailableError) return error;
  const { code, message } = asDriverError(error);
  const lost = typeof code === 'string' && UNAVAILABLE.test(code);
  const refused = typeof message === 'string' && UNAVAILABLE_TEXT.test(message);
  return lost || refused
    ? new DatabaseUnavailableError('The database is not available.', { cause: error })
    : error;
}

/** True for a violated unique constraint, of the given name where one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: violated } = asDriverError(error);
  return code === '23505' && (constraint === undefined || violated === constraint);
}

/** True for a transaction that PostgreSQL rolled back because of another, and that can be repeated. */
export function isRetryable(error: unknown): boolean {
  const { code } = asDriverError(error);
  return code === '40001' || code === '40P01';
}
