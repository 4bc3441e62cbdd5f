import { createHash, timingSafeEqual } from 'node:crypto';
import type { Metrics } from '#src/platform/metrics.ts';

/** Metrics of this process, for those who may see them. */
export interface MetricsReport {
  /** Text in the form that Prometheus reads. */
  render(): Promise<string>;
  /** False when a token is set and the caller brought another or none. */
  permits(authorization: string | undefined): boolean;
}

/** Makes the report; without a token everybody who reaches the server may read it. */
export function metricsReport(metrics: Metrics, token: string | undefined): MetricsReport {
  return {
    render: () => metrics.render(),
    permits: (authorization) => token === undefined || sameText(authorization ?? '', `Bearer ${token}`),
  };
}

/** Compares without telling by time how much agrees. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
