import type { components } from '#generated/schema.gen.ts';
import type { CheckResult } from '#src/domain/operations/health-service.ts';

/** The state of a dependency as the contract shows it. */
export function toCheck(check: CheckResult): components['schemas']['DependencyCheck'] {
  return { name: check.name, status: check.status, latency_ms: check.latencyMs ?? null };
}
