import type { Database } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';
import type { JobDefinition, JobHandler } from '#src/platform/jobs/job.ts';
import type { Log } from '#src/platform/log.ts';
import type { Metrics } from '#src/platform/metrics.ts';
import type { Notifications } from '#src/platform/notifications.ts';

/** The dependencies of enqueueing and running jobs. */
export interface JobsParts {
  readonly db: Database;
  readonly notifications: Notifications;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Time after which a process that does not say that it lives is taken for dead. */
  readonly leaseMs?: number;
  /** Time between two looks for jobs that have become due without a notice, such as those that run again. */
  readonly pollMs?: number;
}

/** A definition with the handler that this process has for it. */
export interface RegisteredJob {
  readonly definition: JobDefinition;
  handle: JobHandler<unknown>;
}

/** Woken when there is a new job. */
export const JOBS_CHANNEL = 'jobs';
/** Woken when a job has moved on; the key is its id. */
export const JOB_CHANNEL = 'job';
