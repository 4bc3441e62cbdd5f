import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '#src/errors.ts';
import type { Metrics } from '#src/platform/metrics.ts';

/** Figures of this process, for those who may see them. */
export class MetricsReport {
  readonly #metrics: Metrics;
  readonly #token: string | undefined;

  /** Without a token everybody who reaches the server may read the figures. */
  constructor(metrics: Metrics, token: string | undefined) {
    this.#metrics = metrics;
    this.#token = token;
  }

  /** Text in the form that Prometheus reads. Throws `unauthenticated` when a token is set and another one came. */
  read(authorization: string | undefined): Promise<string> {
    if (this.#token !== undefined && !sameText(authorization ?? '', `Bearer ${this.#token}`)) {
      throw new AppError('unauthenticated', 'A valid access token is required.');
    }
    return this.#metrics.render();
  }
}

/** Compares without telling by time how much agrees. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
