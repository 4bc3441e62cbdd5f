import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Log } from '#src/platform/log.ts';
import { briefly } from '#src/platform/log-errors.ts';

/** One dependency that the gateway can be asked about. */
export interface Probe {
  readonly name: string;
  /** Without an essential dependency the gateway cannot serve; without another it serves less. */
  readonly essential: boolean;
  /** A dependency that is not set up is reported and not asked. */
  readonly configured: boolean;
  /** Somebody else's service, which is not asked each time that an orchestrator wants to know whether to send traffic. */
  readonly outside?: true;
  /** Throws when the dependency does not work. Comes to its end by itself, since no second one begins meanwhile. */
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

/** Reports are there within two seconds, whatever hangs. */
const PATIENCE_MS = 1_500;
/** An orchestrator waits for a second, and must not take a replica for lost that only misses its Redis. */
const PATIENCE_WITH_OPTIONAL_MS = 500;
const RETRY_SECONDS = 5;

/** Reports the health of this process and its dependencies. */
export class HealthService {
  readonly version: string;
  readonly #probes: readonly SharedProbe[];
  readonly #draining: () => boolean;
  readonly #clock: Clock;
  readonly #startedAt: Date;

  constructor(parts: {
    version: string;
    probes: readonly Probe[];
    draining: () => boolean;
    clock: Clock;
    log: Log;
  }) {
    this.version = parts.version;
    this.#probes = parts.probes.map((probe) => new SharedProbe(probe, parts.log));
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

  /**
   * The dependencies of our own. Throws `shutting_down` or, without an essential one, `dependency_unavailable`, when no
   * traffic should come.
   */
  readiness(): Promise<HealthReport> {
    if (this.#draining()) {
      throw new AppError('shutting_down', 'The server is shutting down.', {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
    const own = this.#probes.filter(({ probe }) => probe.outside !== true);
    return this.#report(own, PATIENCE_WITH_OPTIONAL_MS);
  }

  /** Every dependency. Throws `dependency_unavailable` when an essential one is down. */
  details(): Promise<HealthReport> {
    return this.#report(this.#probes, PATIENCE_MS);
  }

  async #report(probes: readonly SharedProbe[], patienceWithOptionalMs: number): Promise<HealthReport> {
    const checks = await Promise.all(
      probes.map((shared) => shared.result(shared.probe.essential ? PATIENCE_MS : patienceWithOptionalMs)),
    );
    const failed = probes.filter((_shared, i) => checks[i]?.status === 'failed').map(({ probe }) => probe);
    const lost = failed.filter(({ essential }) => essential).map(({ name }) => name);
    if (lost.length > 0) {
      throw new AppError('dependency_unavailable', `Out of use: ${lost.join(', ')}.`, {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
    return { degraded: failed.length > 0, checks, at: this.#clock.now() };
  }
}

/** A probe that runs once at a time: all who ask meanwhile get its result, so that a hung dependency gathers no checks. */
class SharedProbe {
  readonly probe: Probe;
  readonly #log: Log;
  #isFailing = false;
  #running: { readonly result: Promise<CheckResult>; readonly startedAt: number } | undefined;

  constructor(probe: Probe, log: Log) {
    this.probe = probe;
    this.#log = log;
  }

  /** The result, or that it failed when it is not there after `patienceMs`. Never throws. */
  async result(patienceMs: number): Promise<CheckResult> {
    const { name, configured } = this.probe;
    if (!configured) return { name, status: 'not_configured', latencyMs: undefined };
    const running = this.#running ?? this.#begin();
    const patience = new AbortController();
    const late = sleep(patienceMs, undefined, { signal: patience.signal }).then(
      () => ({ name, status: 'failed', latencyMs: elapsedMs(running.startedAt) }) as const,
      () => running.result,
    );
    const result = await Promise.race([running.result, late]);
    patience.abort();
    return result;
  }

  #begin() {
    const startedAt = performance.now();
    const running = { result: this.#ask(startedAt), startedAt };
    this.#running = running;
    void running.result.then(() => {
      this.#running = undefined;
    });
    return running;
  }

  async #ask(startedAt: number): Promise<CheckResult> {
    let status: CheckStatus = 'ok';
    try {
      await this.probe.check();
      if (this.#isFailing) this.#log.info({ dependency: this.probe.name }, 'a dependency works again');
    } catch (error) {
      status = 'failed';
      // Once, because probes come every few seconds for as long as it is away.
      if (!this.#isFailing)
        this.#log.warn({ dependency: this.probe.name, err: briefly(error) }, 'a dependency does not work');
    }
    this.#isFailing = status === 'failed';
    return { name: this.probe.name, status, latencyMs: elapsedMs(startedAt) };
  }
}

/** Milliseconds since a reading of `performance.now()`, to one decimal. */
export function elapsedMs(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}
