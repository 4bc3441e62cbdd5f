/** The user that the tokens of a benchmark belong to. */
export const BENCH_USER = '0192f3c5-0000-7000-8000-000000000001';
