import type { Clock } from '#src/platform/clock.ts';

/** One dependency that the service can be asked about. Throws when it does not work. */
export interface Probe {
  readonly name: string;
  /** A dependency that is not set up is reported and does not make the service unready. */
  readonly configured: boolean;
  check(): Promise<void>;
}

export type CheckStatus = 'ok' | 'failed' | 'not_configured';

export interface CheckResult {
  readonly name: string;
  readonly status: CheckStatus;
  readonly latencyMs: number | undefined;
}

export interface HealthReport {
  readonly healthy: boolean;
  readonly checks: readonly CheckResult[];
  readonly at: Date;
}

const PROBE_TIMEOUT_MS = 2_000;

/** Whether this process and what it depends on can serve. */
export class HealthService {
  readonly #probes: readonly Probe[];
  readonly #draining: () => boolean;
  readonly #clock: Clock;
  readonly startedAt: Date;

  constructor(parts: { probes: readonly Probe[]; draining: () => boolean; clock: Clock }) {
    this.#probes = parts.probes;
    this.#draining = parts.draining;
    this.#clock = parts.clock;
    this.startedAt = parts.clock.now();
  }

  get draining(): boolean {
    return this.#draining();
  }

  now(): Date {
    return this.#clock.now();
  }

  uptimeSeconds(): number {
    return Math.max(0, Math.round((this.#clock.now().getTime() - this.startedAt.getTime()) / 1000));
  }

  /** Asks every dependency at once, each for at most two seconds. */
  async report(): Promise<HealthReport> {
    const checks = await Promise.all(this.#probes.map(runProbe));
    return { healthy: checks.every((check) => check.status !== 'failed'), checks, at: this.#clock.now() };
  }
}

async function runProbe(probe: Probe): Promise<CheckResult> {
  if (!probe.configured) return { name: probe.name, status: 'not_configured', latencyMs: undefined };
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('probe timed out')), PROBE_TIMEOUT_MS);
  });
  try {
    await Promise.race([probe.check(), timeout]);
    return { name: probe.name, status: 'ok', latencyMs: elapsed(startedAt) };
  } catch {
    return { name: probe.name, status: 'failed', latencyMs: elapsed(startedAt) };
  } finally {
    clearTimeout(timer);
  }
}

function elapsed(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}
