import { AppError } from '#src/errors.ts';
import { Slots } from '#src/platform/slots.ts';

/** Setting pages takes a processor and some 200 MB for each document. */
const LIMITS = { concurrent: 2, waiting: 8, waitMs: 20_000 } as const;

/** Keeps the documents that are written at a time to what one process bears. */
export function documentSlots(): Slots {
  const refusal = (): AppError =>
    new AppError('dependency_unavailable', 'Too many documents are being written. Try again soon.', {
      retryAfterSeconds: LIMITS.waitMs / 1000,
    });
  return new Slots({ ...LIMITS, refusal });
}
