import type { OperationId } from '#generated/operations.gen.ts';
import { AppError } from '#src/errors.ts';

/** Answers for an operation that stands in the contract and is not built yet. */
export function notImplemented(operationId: OperationId): never {
  throw new AppError('not_implemented', `The operation ${operationId} is not part of this build yet.`);
}
