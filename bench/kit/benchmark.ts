import type { Chart } from '#bench/kit/chart.ts';
import type { Table } from '#bench/kit/table.ts';

/** The extent of a run. */
export interface RunOptions {
  readonly quick: boolean;
  /** True when the name of a benchmark or of a server is asked for; everything is without `--only`. */
  readonly wanted: (name: string) => boolean;
  readonly load: 'wrk' | 'autocannon';
  /** Folder for what is downloaded and built, kept between runs. */
  readonly cache: string;
  /** Takes one line of progress. */
  readonly log: (line: string) => void;
}

/** One promise about speed and whether this run kept it. */
export interface Target {
  readonly what: string;
  readonly measured: number;
  /** Ratio that the promise is kept at: at least this, or at most this. */
  readonly bound: number;
  readonly direction: 'at least' | 'at most';
}

export interface Report {
  readonly tables: readonly Table[];
  readonly charts?: readonly Chart[];
  readonly targets?: readonly Target[];
  /** Every figure, for `--json`. */
  readonly figures: unknown;
}

/** One entry of the list in `bench/benchmarks.ts`. */
export interface Benchmark {
  readonly name: string;
  readonly description: string;
  run(options: RunOptions): Promise<Report>;
}

/** True when the figure is on the promised side of its bound. */
export function isKept({ measured, bound, direction }: Target): boolean {
  return direction === 'at least' ? measured >= bound : measured <= bound;
}

/** The promises of a run as a table. */
export function targetTable(targets: readonly Target[]): Table {
  return {
    title: 'Targets',
    columns: ['target', 'bound', 'measured', 'kept'],
    rows: targets.map((target) => [
      target.what,
      `${target.direction} ${target.bound}x`,
      Number.isFinite(target.measured) ? `${target.measured.toFixed(2)}x` : '-',
      Number.isFinite(target.measured) ? (isKept(target) ? 'yes' : 'no') : 'not measured',
    ]),
  };
}
