import type { z } from 'zod';

/** A kind of work outside of requests, done by any process with the role `worker`. */
export interface JobDefinition<Payload = unknown> {
  /** Letters, digits and hyphens. */
  readonly name: string;
  /** Payloads refer to rows by id and contain no data, because they are kept for weeks unencrypted. */
  readonly schema: z.ZodType<Payload>;
  /** Number of runs after the first one. */
  readonly retryLimit: number;
  /** Wait before the first retry; each later one waits about twice as long. */
  readonly backoffSeconds: number;
  /** Longest time of one run. */
  readonly expireSeconds: number;
  /** Number of parallel runs in one process. */
  readonly concurrency: number;
}

export type JobState = 'queued' | 'running' | 'retrying' | 'succeeded' | 'failed';

/** The state of a job for its observers. */
export interface JobStatus {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  /** Number of the newest run, from 1; 0 before the first. */
  readonly attempt: number;
  readonly done: number;
  readonly total: number | undefined;
  readonly message: string | undefined;
  /** The error of the newest run. */
  readonly reason: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | undefined;
}

export interface Progress {
  readonly done?: number;
  readonly total?: number;
  /** Shown to users; not for clinical or personal data. */
  readonly message?: string;
}

/** One run of a job, as its handler sees it. */
export interface JobRun {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  /** Aborted when the run took too long, the process stops, or another process has taken the job over. */
  readonly signal: AbortSignal;
  progress(progress: Progress): Promise<void>;
}

/** Does the work. It must be idempotent, because a job runs again when the end of a run was not recorded. */
export type JobHandler<Payload> = (payload: Payload, run: JobRun) => Promise<void>;

/** A retry would not help: the job fails at once, with the message as its reason. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}

export interface EnqueueOptions {
  /** A job with the same key that has not begun replaces this one. */
  readonly key?: string;
  readonly startAfter?: Date;
}

export interface Schedule {
  readonly name: string;
  /** Five fields, in UTC. */
  readonly cron: string;
}
