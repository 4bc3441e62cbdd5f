import { accounts } from '#bench/accounts.ts';
import { http } from '#bench/http.ts';
import type { Benchmark } from '#bench/kit/benchmark.ts';
import { operations } from '#bench/operations.ts';
import { scale } from '#bench/scale.ts';
import { startup } from '#bench/startup.ts';
import { streams } from '#bench/streams.ts';

/** Every benchmark of `npm run bench`, in the order of a run. */
export const benchmarks: readonly Benchmark[] = [http, operations, startup, accounts, scale, streams];
