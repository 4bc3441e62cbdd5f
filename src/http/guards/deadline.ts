import { Readable } from 'node:stream';
import { AppError } from '#src/errors.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { AnyReply, RenderedReply } from '#src/http/reply/reply.ts';

/** What a handler that heeds its signal gets to end in its own words. */
const OWN_WORDS_MS = 250;

/**
 * Waits for the work of a handler until the operation's time is up. Then its signal has been aborted, and the client
 * is told; whatever the work still comes to is let go, and its failure is only logged.
 */
export function withinTime<T>(exchange: Exchange, work: Promise<T>, discard: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let answered = false;
    let timeIsUp = false;
    exchange.startTimer(() => {
      timeIsUp = true;
      setTimeout(() => {
        if (answered) return;
        answered = true;
        reject(tookTooLong());
      }, OWN_WORDS_MS).unref();
    });
    work.then(
      (result) => {
        if (answered) return discard(result);
        answered = true;
        exchange.stopTimer();
        resolve(result);
      },
      (error: unknown) => {
        if (answered) {
          exchange.log.warn({ err: error }, 'work failed after its time was up');
          return;
        }
        answered = true;
        exchange.stopTimer();
        reject(timeIsUp && !(error instanceof AppError) ? tookTooLong(error) : error);
      },
    );
  });
}

function tookTooLong(cause?: unknown): AppError {
  return new AppError('operation_timeout', 'The operation took too long and was given up.', { cause });
}

/** Ends what a reply that nobody waits for would have sent. */
export function discardReply({ body, events }: AnyReply | RenderedReply): void {
  if (body instanceof Readable) body.destroy();
  const ended = events?.[Symbol.asyncIterator]().return?.();
  ended?.catch(() => undefined);
}
