/** Work took too long, or has to end because the process ends. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

export interface Deadline {
  readonly ms: number;
  /** Ends the work early. */
  readonly stop: AbortSignal;
}

/** Runs work with a signal, and does not wait for work that ignores it. */
export async function withDeadline<T>(
  { ms, stop }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const end = (message: string): void => controller.abort(new DeadlineError(message));
  const onStop = (): void => end('The process stops.');
  const timer = setTimeout(() => end(`It took longer than ${ms} ms.`), ms);
  stop.addEventListener('abort', onStop, { once: true });
  const ended = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  try {
    if (stop.aborted) onStop();
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', onStop);
    ended.catch(() => undefined);
  }
}
