export interface RateRule {
  readonly limit: number;
  readonly windowSeconds: number;
}

/** The state of a limit after one more request was counted. */
export interface RateState {
  readonly allowed: boolean;
  /** Requests left in this window. */
  readonly remaining: number;
  /** Whole seconds until the window is over, at least 1. */
  readonly resetSeconds: number;
}

/** Counts requests: over all replicas with Redis, in this process without it. */
export interface RateLimits {
  take(key: string, rule: RateRule): RateState | Promise<RateState>;
}
