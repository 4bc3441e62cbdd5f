import type { ErrorCode } from '#generated/problems.gen.ts';

/** One violation of the contract, named by its place and never by its value. */
export interface Violation {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** JSON Pointer into that part. */
  readonly path: string;
  readonly message: string;
  readonly rule: string;
}

export interface AppErrorOptions {
  readonly violations?: readonly Violation[];
  /** Seconds, for 429 and 503. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/**
 * A failure that the caller is told about. `code` decides status and title by the contract;
 * `detail` is public and never carries rejected values, secrets or clinical content.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly violations: readonly Violation[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, detail: string, options: AppErrorOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.violations = options.violations;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The one answer for what does not exist and for what is not the caller's. */
export function notFound(): AppError {
  return new AppError('not_found', 'There is no such resource, or it is not yours.');
}

/** The one answer to a missing, malformed, expired, foreign or revoked access token. */
export function unauthenticated(): AppError {
  return new AppError('unauthenticated', 'A valid access token is required.');
}

/** A violation that only the service could see, reported in the form of a validation error. */
export function violation(at: Violation['in'], path: string, message: string, rule: string): AppError {
  return new AppError('validation_failed', 'The request does not satisfy the contract.', {
    violations: [{ in: at, path, message, rule }],
  });
}
