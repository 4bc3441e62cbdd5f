import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DurationHistogram } from '#src/platform/duration-histogram.ts';

/** Adds to a counter, given the values of its labels in their order. */
export type Count = (labels: readonly string[], by?: number) => void;
/** Records a duration in seconds, given the values of its labels in their order. */
export type Timer = (labels: readonly string[], seconds: number) => void;

/** Figures of this process. Labels come from the contract, never from the request, so their number is bounded. */
export interface Metrics {
  observeRequest(operation: string, method: string, status: number, seconds: number): void;
  /** Counts the use of a deprecated operation. */
  countDeprecated(operation: string): void;
  /** Registers a gauge whose value is read at each scrape. */
  gauge(name: string, description: string, read: () => number): void;
  /** Registers a counter. The values of its labels must be a fixed set. */
  counter(name: string, description: string, labels: readonly string[]): Count;
  /** Registers a histogram of seconds, with labels like those of a counter. */
  timer(name: string, description: string, labels: readonly string[]): Timer;
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
    ['operation', 'method', 'status'],
    BUCKETS_SECONDS,
  );
  requests.registerIn(registry);
  const deprecated = new Counter({
    name: 'deprecated_requests_total',
    help: 'Requests for operations that are going to be taken away.',
    labelNames: ['operation'] as const,
    registers: [registry],
  });
  return {
    countDeprecated: (operation) => deprecated.labels(operation).inc(),
    observeRequest(operation, method, status, seconds) {
      requests.observe(operation, METHODS.has(method) ? method : 'other', status, seconds);
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
    counter(name, description, labels) {
      const counter = new Counter({ name, help: description, labelNames: labels, registers: [registry] });
      return (values, by = 1) => counter.labels(...values).inc(by);
    },
    timer(name, description, labels) {
      const histogram = new Histogram({
        name,
        help: description,
        labelNames: labels,
        buckets: BUCKETS_SECONDS,
        registers: [registry],
      });
      return (values, seconds) => histogram.labels(...values).observe(seconds);
    },
    render: () => registry.metrics(),
  };
}
