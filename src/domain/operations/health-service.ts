import { AppError } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';

/** One dependency that the gateway can be asked about. */
export interface Probe {
  readonly name: string;
  /** Without an essential dependency the gateway cannot serve; without another it serves less. */
  readonly essential: boolean;
  /** A dependency that is not set up is reported and not asked. */
  readonly configured: boolean;
  /** Throws when the dependency does not work. */
  check(): Promise<void>;
}

export type CheckStatus = 'ok' | 'failed' | 'not_configured';

export interface CheckResult {
  readonly name: string;
  readonly status: CheckStatus;
  readonly latencyMs: number | undefined;
}

export interface HealthReport {
  readonly degraded: boolean;
  readonly checks: readonly CheckResult[];
  readonly at: Date;
}

const PROBE_TIMEOUT_MS = 2_000;
const RETRY_SECONDS = 5;

/** Reports the health of this process and its dependencies. */
export class HealthService {
  readonly version: string;
  readonly #probes: readonly Probe[];
  readonly #draining: () => boolean;
  readonly #clock: Clock;
  readonly #startedAt: Date;

  constructor(parts: { version: string; probes: readonly Probe[]; draining: () => boolean; clock: Clock }) {
    this.version = parts.version;
    this.#probes = parts.probes;
    this.#draining = parts.draining;
    this.#clock = parts.clock;
    this.#startedAt = parts.clock.now();
  }

  alive(): { version: string; now: Date } {
    return { version: this.version, now: this.#clock.now() };
  }

  uptimeSeconds(): number {
    return Math.max(0, Math.round((this.#clock.now().getTime() - this.#startedAt.getTime()) / 1000));
  }

  /** The essential dependencies. Throws `shutting_down` or `dependency_unavailable` when no traffic should come. */
  readiness(): Promise<HealthReport> {
    if (this.#draining()) {
      throw new AppError('shutting_down', 'The server is shutting down.', {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
    return this.#report(this.#probes.filter((probe) => probe.essential));
  }

  /** Every dependency. Throws `dependency_unavailable` when an essential one is down. */
  details(): Promise<HealthReport> {
    return this.#report(this.#probes);
  }

  async #report(probes: readonly Probe[]): Promise<HealthReport> {
    const checks = await Promise.all(probes.map(runProbe));
    const failed = probes.filter((_probe, i) => checks[i]?.status === 'failed');
    const lost = failed.filter((probe) => probe.essential).map((probe) => probe.name);
    if (lost.length > 0) {
      throw new AppError('dependency_unavailable', `Out of reach: ${lost.join(', ')}.`, {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
    return { degraded: failed.length > 0, checks, at: this.#clock.now() };
  }
}

async function runProbe(probe: Probe): Promise<CheckResult> {
  if (!probe.configured) return { name: probe.name, status: 'not_configured', latencyMs: undefined };
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The probe took too long.')), PROBE_TIMEOUT_MS);
  });
  try {
    await Promise.race([probe.check(), timeout]);
    return { name: probe.name, status: 'ok', latencyMs: elapsedMs(startedAt) };
  } catch {
    return { name: probe.name, status: 'failed', latencyMs: elapsedMs(startedAt) };
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds since a reading of `performance.now()`, to one decimal. */
export function elapsedMs(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}
