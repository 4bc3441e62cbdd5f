import { AppError, type Violation } from '#src/errors.ts';
import { TEXT_RULES } from '#src/http/contract/text-rules.ts';
import { MULTIPART } from '#src/http/request/body.ts';

interface ValidatorError {
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly errors?: readonly { path: string; message: string; errorCode?: string }[];
}

/** The disk is full, or the quota of the account that runs the server. */
const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE']);
const RETRY_SECONDS = 30;
const MAX_VIOLATIONS = 100;

/** A form that the parser cannot read. The validator calls it an error of the server. */
class MalformedForm extends Error {
  override readonly name = 'MalformedForm';
}

export function tooLarge(limit: number): AppError {
  return new AppError('payload_too_large', `The upload may have at most ${limit} bytes here.`);
}

/** Turns the failure of an upload into an error: the client's by the contract, or this server's. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const error = (thrown ?? {}) as ValidatorError;
  if (NO_ROOM.has(error.code ?? '')) {
    return new AppError('dependency_unavailable', 'There is no room for another upload at the moment.', {
      retryAfterSeconds: RETRY_SECONDS,
      cause: thrown,
    });
  }
  // Other failures of the file system carry a number of the system.
  if (typeof (thrown as NodeJS.ErrnoException)?.errno === 'number') {
    const detail = 'Something went wrong here. Quote the request id to the operator.';
    return new AppError('internal_error', detail, { cause: thrown });
  }
  if (error.status === 413)
    return new AppError('payload_too_large', 'The form has too many parts, or one that is too large.');
  if (error.status === 415)
    return new AppError('unsupported_media_type', `The body must be sent as ${MULTIPART}.`);
  if (error.status !== undefined && error.status < 500 && error.errors !== undefined) {
    return new AppError('validation_failed', 'The request does not satisfy the contract; see errors.', {
      violations: error.errors.slice(0, MAX_VIOLATIONS).map(toViolation),
    });
  }
  const cause = error.status === undefined ? thrown : new MalformedForm(error.message);
  return new AppError('malformed_request', 'The multipart body cannot be read.', { cause });
}

/** The validator names the format in its message only. */
const FORMAT = /format "([^"]+)"$/;

function toViolation(issue: { path: string; message: string; errorCode?: string }): Violation {
  const keyword = issue.errorCode?.split('.')[0] ?? 'multipart';
  const format = FORMAT.exec(issue.message)?.[1] ?? '';
  const rule = keyword === 'format' && TEXT_RULES.has(format) ? format : keyword;
  // What the parser itself refuses carries the path of the request.
  const path = issue.errorCode === undefined ? '' : issue.path.replace(/^\/?body/, '').slice(0, 200);
  return { in: 'body', path, message: messageOf(rule, issue.message), rule };
}

function messageOf(rule: string, message: string): string {
  if (rule === 'required') return 'is required';
  if (rule === 'additionalProperties') return 'is not part of the contract';
  return TEXT_RULES.get(rule)?.message ?? message.slice(0, 200);
}
