import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DurationHistogram } from '#src/platform/duration-histogram.ts';

/** Figures of this process. Labels come from the contract, never from the request, so their number is bounded. */
export interface Metrics {
  observeRequest(operation: string, method: string, status: number, seconds: number): void;
  /** Registers a gauge whose value is asked for at each reading. */
  gauge(name: string, description: string, read: () => number): void;
  render(): Promise<string>;
}

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Metrics in a registry of their own, so that two applications in one process do not share them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new DurationHistogram(
    'http_request_duration_seconds',
    'Time from the head of a request to the end of its answer.',
    BUCKETS_SECONDS,
  );
  requests.registerIn(registry);
  return {
    observeRequest(operation, method, status, seconds) {
      const known = METHODS.has(method) ? method : 'other';
      const labels = () => ({ operation, method: known, status: String(status) });
      requests.observe(`${operation} ${known} ${status}`, labels, seconds);
    },
    gauge(name, description, read) {
      new Gauge({
        name,
        help: description,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
    render: () => registry.metrics(),
  };
}
