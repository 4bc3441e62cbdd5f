import type { Registry } from 'prom-client';

interface Series {
  /** Values of the labels in their order. */
  readonly labels: readonly (string | number)[];
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
  readonly #labels: readonly [string, string, string];
  readonly #bounds: readonly number[];
  /** By the values of the labels, one after the other: a text made of all three would be hashed each time. */
  readonly #series = new Map<string, Map<string, Map<number, Series>>>();

  /** Bounds are the upper ends of the buckets in seconds, in ascending order. */
  constructor(
    name: string,
    help: string,
    labels: readonly [string, string, string],
    bounds: readonly number[],
  ) {
    this.name = name;
    this.#help = help;
    this.#labels = labels;
    this.#bounds = bounds;
  }

  /** Counts one observation under the values of the three labels. */
  observe(first: string, second: string, third: number, seconds: number): void {
    const series = this.#series.get(first)?.get(second)?.get(third) ?? this.#open(first, second, third);
    series.count++;
    series.sum += seconds;
    for (let i = 0; i < this.#bounds.length; i++) {
      if (seconds > (this.#bounds[i] as number)) continue;
      series.buckets[i] = (series.buckets[i] as number) + 1;
      return;
    }
  }

  #open(first: string, second: string, third: number): Series {
    const bySecond = this.#series.get(first) ?? new Map<string, Map<number, Series>>();
    const byThird = bySecond.get(second) ?? new Map<number, Series>();
    this.#series.set(first, bySecond.set(second, byThird));
    const buckets = new Float64Array(this.#bounds.length);
    const series = { labels: [first, second, third], buckets, count: 0, sum: 0 };
    byThird.set(third, series);
    return series;
  }

  /** Makes the registry show this histogram among its own. */
  registerIn(registry: Registry): void {
    const metric = { name: this.name, get: async () => this.#read() };
    registry.registerMetric(metric as unknown as Parameters<Registry['registerMetric']>[0]);
  }

  #read() {
    const all = [...this.#series.values()].flatMap((inner) => [...inner.values()]);
    const values = all.flatMap((inner) => [...inner.values()]).flatMap((series) => this.#valuesOf(series));
    return { name: this.name, help: this.#help, type: 'histogram', aggregator: 'sum', values };
  }

  #valuesOf({ labels, buckets, count, sum }: Series) {
    let below = 0;
    const labelled = Object.fromEntries(this.#labels.map((name, i) => [name, String(labels[i])]));
    const value = (metric: string, figure: number, own: object) => ({
      metricName: `${this.name}_${metric}`,
      value: figure,
      labels: { ...own, ...labelled },
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
