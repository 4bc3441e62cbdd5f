import type { z } from 'zod';

/** A kind of work that is done outside a request, by any process that works on jobs. */
export interface JobDefinition<Payload = unknown> {
  /** Letters, digits and hyphens. */
  readonly name: string;
  /** Payloads name rows instead of holding them: they are kept for weeks and not sealed. */
  readonly schema: z.ZodType<Payload>;
  /** Runs after the first one that may fail. */
  readonly retryLimit: number;
  /** Wait before the first retry; each later one waits about twice as long. */
  readonly backoffSeconds: number;
  /** Longest time of one run. */
  readonly expireSeconds: number;
  /** Runs at a time in one process. */
  readonly concurrency: number;
}

export type JobState = 'queued' | 'running' | 'retrying' | 'succeeded' | 'failed';

/** Where a job stands, for those who wait for it. */
export interface JobStatus {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  /** Number of the newest run, from 1; 0 before the first. */
  readonly attempt: number;
  readonly done: number;
  readonly total: number | undefined;
  readonly message: string | undefined;
  /** Why the newest run failed. */
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
  /** Given when the run took too long, the process stops, or another process has taken the job over. */
  readonly signal: AbortSignal;
  progress(progress: Progress): Promise<void>;
}

/** Does the work. A job may run again after a run that was not told done, so it must not matter how often. */
export type JobHandler<Payload> = (payload: Payload, run: JobRun) => Promise<void>;

/** Trying again would not help: the job fails at once, with the message as its reason. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}

export interface EnqueueOptions {
  /** While a job with the same key has not begun, it stands for this one as well. */
  readonly key?: string;
  readonly startAfter?: Date;
}

export interface Schedule {
  readonly name: string;
  /** Five fields, in UTC. */
  readonly cron: string;
}
