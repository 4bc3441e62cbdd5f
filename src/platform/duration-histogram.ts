import type { Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

interface Series {
  readonly labels: Labels;
  /** Observations in each bucket alone; those above the last one are in `count` only. */
  readonly buckets: Float64Array;
  count: number;
  sum: number;
}

/**
 * A histogram whose series are added up here and only put into prom-client's form when they are read: prom-client
 * itself builds, sorts and hashes the labels at each observation, which is a twentieth of a request.
 */
export class DurationHistogram {
  readonly name: string;
  readonly #help: string;
  readonly #bounds: readonly number[];
  readonly #series = new Map<string, Series>();

  /** Bounds are the upper ends of the buckets in seconds, in ascending order. */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.name = name;
    this.#help = help;
    this.#bounds = bounds;
  }

  /** Counts one observation. The labels are made only for the first of a series. */
  observe(key: string, labels: () => Labels, seconds: number): void {
    let series = this.#series.get(key);
    if (series === undefined) {
      series = { labels: labels(), buckets: new Float64Array(this.#bounds.length), count: 0, sum: 0 };
      this.#series.set(key, series);
    }
    series.count++;
    series.sum += seconds;
    for (let i = 0; i < this.#bounds.length; i++) {
      if (seconds > (this.#bounds[i] as number)) continue;
      series.buckets[i] = (series.buckets[i] as number) + 1;
      return;
    }
  }

  /** Makes the registry show this histogram among its own. */
  registerIn(registry: Registry): void {
    const metric = { name: this.name, get: async () => this.#read() };
    registry.registerMetric(metric as unknown as Parameters<Registry['registerMetric']>[0]);
  }

  #read() {
    const values = [...this.#series.values()].flatMap((series) => this.#valuesOf(series));
    return { name: this.name, help: this.#help, type: 'histogram', aggregator: 'sum', values };
  }

  #valuesOf({ labels, buckets, count, sum }: Series) {
    let below = 0;
    const value = (metric: string, figure: number, own: object) => ({
      metricName: `${this.name}_${metric}`,
      value: figure,
      labels: { ...own, ...labels },
    });
    const filled = this.#bounds.map((le, i) => {
      below += buckets[i] as number;
      return value('bucket', below, { le });
    });
    return [
      ...filled,
      value('bucket', count, { le: '+Inf' }),
      value('sum', sum, {}),
      value('count', count, {}),
    ];
  }
}
