import { problemTypes } from '#generated/problems.gen.ts';
import { serializeProblem } from '#generated/serializers.gen.js';
import { AppError } from '#src/errors.ts';
import { UnsatisfiableRange } from '#src/http/reply/range.ts';
import { DatabaseUnavailableError, translateDatabaseError } from '#src/platform/db/errors.ts';
import { StorageUnavailableError } from '#src/platform/storage/storage.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** An error as the client sees it. */
export interface ProblemReply {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

const DEPENDENCY_RETRY_SECONDS = 5;

/** Turns whatever was thrown into an `AppError`; what is not known is an internal error that says nothing. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const translated = translateDatabaseError(thrown);
  if (translated instanceof DatabaseUnavailableError)
    return unavailable(translated.message, thrown, translated.retryAfterSeconds);
  if (thrown instanceof StorageUnavailableError)
    return unavailable('The storage of files cannot be reached at the moment.', thrown);
  return new AppError('internal_error', 'Something went wrong here. Quote the request id to the operator.', {
    cause: thrown,
  });
}

function unavailable(detail: string, cause: unknown, retryAfterSeconds = DEPENDENCY_RETRY_SECONDS): AppError {
  return new AppError('dependency_unavailable', detail, { retryAfterSeconds, cause });
}

/** The only place where an error becomes HTTP. */
export function toProblem(error: AppError, requestId: string): ProblemReply {
  const { status, title } = problemTypes[error.code];
  const body = serializeProblem({
    type: `urn:voiceassist:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    // The path would repeat what was refused, and the token of a share.
    instance: `urn:voiceassist:request:${requestId}`,
    code: error.code,
    request_id: requestId,
    ...(error.violations === undefined ? {} : { errors: error.violations }),
  });
  return { status, headers: problemHeaders(error, status), body };
}

function problemHeaders(error: AppError, status: number): string[] {
  const headers: string[] = [];
  if (status === 401) headers.push('www-authenticate', 'Bearer realm="voiceassist"');
  if (error instanceof UnsatisfiableRange) headers.push('content-range', `bytes */${error.sizeBytes}`);
  if (error.retryAfterSeconds !== undefined) headers.push('retry-after', String(error.retryAfterSeconds));
  else if (status === 503 || status === 429) headers.push('retry-after', String(DEPENDENCY_RETRY_SECONDS));
  return headers;
}
