import { AppError } from '#src/errors.ts';

/** Versions that a change may be based on; undefined when the caller set no condition. */
export type VersionCondition = ReadonlySet<number> | 'any' | undefined;

/** Throws `precondition_failed` when the resource has moved on since the caller read it. */
export function assertVersion(version: number, condition: VersionCondition): void {
  if (condition === undefined || condition === 'any' || condition.has(version)) return;
  throw new AppError(
    'precondition_failed',
    'The resource was changed since you read it. Read it again and repeat.',
  );
}
