import { AppError } from '#src/errors.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';

/** Tells the listener and the readiness report that the server takes no more work. */
export class Drain {
  #draining = false;
  #inFlight = 0;
  #idle: (() => void) | undefined;
  readonly #begun: (() => void)[] = [];

  get draining(): boolean {
    return this.#draining;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  enter(): void {
    this.#inFlight++;
  }

  leave(): void {
    this.#inFlight--;
    if (this.#inFlight === 0) this.#idle?.();
  }

  /** Stops taking work. */
  begin(): void {
    this.#draining = true;
    for (const tell of this.#begun) tell();
  }

  /** Is called when the server stops taking work. */
  onBegin(tell: () => void): void {
    this.#begun.push(tell);
  }

  /** Resolves true when nothing is in flight, false when `graceMs` is over before. */
  settled(graceMs: number): Promise<boolean> {
    if (this.#inFlight === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), graceMs);
      this.#idle = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}

const SHUTDOWN_RETRY_SECONDS = 2;

/** Refuses requests while the server stops, but for probes, so that a draining server is told from a dead one. */
export function refuseWhileDraining(
  drain: Drain,
  isProbe: (path: string) => boolean,
): (exchange: Exchange) => void {
  return (exchange) => {
    if (!drain.draining || isProbe(exchange.path)) return;
    exchange.res.shouldKeepAlive = false;
    throw new AppError('shutting_down', 'The server is shutting down. Try again in a moment.', {
      retryAfterSeconds: SHUTDOWN_RETRY_SECONDS,
    });
  };
}
