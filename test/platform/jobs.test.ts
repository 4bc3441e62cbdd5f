import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createIds } from '#src/platform/ids.ts';
import { type JobDefinition, type JobRun, PermanentJobError } from '#src/platform/jobs/job.ts';
import { JobQueue, QUEUE_SCHEMA_VERSION } from '#src/platform/jobs/job-queue.ts';
import { Jobs } from '#src/platform/jobs/jobs.ts';
import { currentSlot } from '#src/platform/jobs/schedule.ts';
import { createMetrics, type Metrics } from '#src/platform/metrics.ts';
import { createNotifications, type Notifications } from '#src/platform/notifications.ts';
import { eventually } from '#test/support/eventually.ts';
import { openTestDatabase, quietLog, type TestDatabase } from '#test/support/test-database.ts';

type Payload = { text: string };
const schema = z.object({ text: z.string() });
const log = { ...quietLog(), warn: () => undefined, error: () => undefined };

let test: TestDatabase;
let notifications: Notifications;
const started: Jobs[] = [];

beforeAll(async () => {
  test = await openTestDatabase();
  notifications = createNotifications(test.database, test.url, quietLog());
  notifications.start();
});

afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop(2_000);
});

afterAll(async () => {
  await notifications.close();
  await test.close();
});

interface Setup {
  readonly jobs: Jobs;
  readonly metrics: Metrics;
  readonly job: JobDefinition<Payload>;
  /** Enqueues in a transaction of its own. */
  send(text: string, key?: string): Promise<string>;
}

type Handler = (payload: Payload, run: JobRun) => Promise<void>;

async function setUp(handler: Handler, change: Partial<JobDefinition<Payload>> = {}): Promise<Setup> {
  const metrics = createMetrics();
  const parts = { db: test.database, notifications, ids: createIds(), log, metrics };
  const jobs = new Jobs({ ...parts, leaseMs: 2_000, pollMs: 250 });
  const job = {
    name: `test-${randomUUID()}`,
    schema,
    retryLimit: 2,
    backoffSeconds: 1,
    expireSeconds: 60,
    concurrency: 2,
    ...change,
  };
  jobs.register(job, handler);
  await jobs.prepare();
  const send = (text: string, key?: string): Promise<string> =>
    test.database.transactAlone((tx) => jobs.enqueue(tx, job, { text }, key === undefined ? {} : { key }));
  return { jobs, metrics, job, send };
}

function work({ jobs }: Setup): void {
  started.push(jobs);
  jobs.start();
}

async function until({ jobs }: Setup, id: string, state: string): Promise<void> {
  await eventually(async () => (await jobs.status(id))?.state === state, { what: `the job is ${state}` });
}

describe('a job', () => {
  it('runs after the commit that enqueued it, and reports success', async () => {
    const texts: string[] = [];
    const setup = await setUp(async ({ text }) => void texts.push(text));
    work(setup);
    const id = await setup.send('hello');
    await until(setup, id, 'succeeded');
    expect(texts).toEqual(['hello']);
    expect(await setup.jobs.status(id)).toMatchObject({ attempt: 1, reason: undefined });
    expect(await setup.metrics.render()).toMatch(
      /job_duration_seconds_count\{job="test-[^"]+",outcome="succeeded"\} 1/,
    );
  });

  it('does not run when its transaction is rolled back', async () => {
    const texts: string[] = [];
    const setup = await setUp(async ({ text }) => void texts.push(text));
    let id = '';
    const undone = test.database.transactAlone(async (tx) => {
      id = await setup.jobs.enqueue(tx, setup.job, { text: 'undone' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    work(setup);
    await until(setup, await setup.send('next'), 'succeeded');
    expect(texts).toEqual(['next']);
    expect(await setup.jobs.status(id)).toBeUndefined();
  });

  it('reports its progress', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const setup = await setUp(async (_payload, run) => {
      await run.progress({ done: 3, total: 10, message: 'page 3' });
      await gate;
      await run.progress({ done: 10 });
    });
    work(setup);
    const id = await setup.send('x');
    await eventually(async () => (await setup.jobs.status(id))?.done === 3);
    expect(await setup.jobs.status(id)).toMatchObject({ state: 'running', total: 10, message: 'page 3' });
    go();
    await until(setup, id, 'succeeded');
    expect(await setup.jobs.status(id)).toMatchObject({ done: 10, total: 10 });
  });

  it('runs again after a failure', async () => {
    const setup = await setUp(async (_payload, run) => {
      if (run.attempt === 1) throw new Error('not yet');
    });
    work(setup);
    const id = await setup.send('x');
    await until(setup, id, 'succeeded');
    expect(await setup.jobs.status(id)).toMatchObject({ attempt: 2, reason: undefined });
  });

  it('is kept with its reason after the last failure, and runs again on request', async () => {
    let broken = true;
    const setup = await setUp(
      async () => {
        if (broken) throw new Error('it is broken');
      },
      { retryLimit: 1 },
    );
    work(setup);
    const id = await setup.send('x');
    await until(setup, id, 'failed');
    expect(await setup.jobs.status(id)).toMatchObject({ attempt: 2, reason: 'it is broken' });
    expect((await setup.jobs.failed(10)).map((job) => job.id)).toContain(id);
    broken = false;
    expect(await setup.jobs.retry(id)).toBe(true);
    await until(setup, id, 'succeeded');
    expect(await setup.jobs.retry(id)).toBe(false);
    expect(await setup.jobs.retry(randomUUID())).toBe(false);
  });

  it('fails at once with a PermanentJobError', async () => {
    const setup = await setUp(async () => {
      throw new PermanentJobError('the file is no PDF');
    });
    work(setup);
    const id = await setup.send('x');
    await until(setup, id, 'failed');
    expect(await setup.jobs.status(id)).toMatchObject({ attempt: 1, reason: 'the file is no PDF' });
  });

  it('is aborted when it takes too long, and runs again', async () => {
    let told = false;
    const setup = await setUp(
      async (_payload, run) => {
        if (run.attempt > 1) return;
        run.signal.addEventListener('abort', () => {
          told = true;
        });
        await new Promise(() => undefined);
      },
      { expireSeconds: 1 },
    );
    work(setup);
    const id = await setup.send('x');
    await until(setup, id, 'succeeded');
    expect(told).toBe(true);
  });

  it('replaces later ones with its key until it begins', async () => {
    const setup = await setUp(async () => undefined);
    const ids = await Promise.all(
      Array.from({ length: 5 }, (_none, i) => setup.send(`text ${i}`, 'document 1')),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await setup.send('other', 'document 2')).not.toBe(ids[0]);
    work(setup);
    await until(setup, ids[0] as string, 'succeeded');
    expect(await setup.send('again', 'document 1')).not.toBe(ids[0]);
  });

  it('runs at most as often in parallel as it permits', async () => {
    let running = 0;
    let most = 0;
    const setup = await setUp(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running--;
    });
    const ids = await Promise.all(Array.from({ length: 8 }, (_none, i) => setup.send(String(i))));
    work(setup);
    for (const id of ids) await until(setup, id, 'succeeded');
    expect(most).toBe(2);
  });

  it('is refused when it is unknown or has a malformed payload', async () => {
    const setup = await setUp(async () => undefined);
    const unknown = { ...setup.job, name: 'unknown' };
    const strange = test.database.transactAlone((tx) => setup.jobs.enqueue(tx, unknown, { text: 'x' }));
    await expect(strange).rejects.toThrow('not known');
    const wrong = test.database.transactAlone((tx) =>
      setup.jobs.enqueue(tx, setup.job, { text: 7 } as never),
    );
    await expect(wrong).rejects.toBeInstanceOf(z.ZodError);
    expect(() => setup.jobs.register(setup.job, async () => undefined)).toThrow('twice');
  });
});

describe('several workers', () => {
  it('run each job once between them', async () => {
    const ran: string[] = [];
    const setup = await setUp(async ({ text }) => void ran.push(text));
    const parts = { db: test.database, notifications, ids: createIds(), log };
    const second = new Jobs({ ...parts, metrics: createMetrics() });
    second.register(setup.job, async ({ text }) => void ran.push(text));
    work(setup);
    work({ ...setup, jobs: second });
    const ids = await Promise.all(Array.from({ length: 30 }, (_none, i) => setup.send(String(i))));
    for (const id of ids) await until(setup, id, 'succeeded');
    expect(ran.length).toBe(30);
  });
});

describe('a worker that stops', () => {
  it('waits for the running jobs', async () => {
    let ended = false;
    const setup = await setUp(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      ended = true;
    });
    work(setup);
    const id = await setup.send('x');
    await until(setup, id, 'running');
    await setup.jobs.stop(20_000);
    expect([ended, (await setup.jobs.status(id))?.state]).toEqual([true, 'succeeded']);
  });

  it('gives back a job that does not end in time', async () => {
    const setup = await setUp(() => new Promise(() => undefined));
    work(setup);
    const id = await setup.send('x');
    await until(setup, id, 'running');
    await setup.jobs.stop(100);
    expect(await setup.jobs.status(id)).toMatchObject({ state: 'retrying', reason: 'The process stops.' });
  });
});

describe('the schedule of a job', () => {
  const daily = '30 3 * * *';

  it('has a slot from its time on for a few minutes', async () => {
    const at = (text: string): Date => new Date(`2026-05-01T${text}Z`);
    expect(await currentSlot(daily, at('03:30:00'))).toEqual(at('03:30:00'));
    expect(await currentSlot(daily, at('03:35:00'))).toEqual(at('03:30:00'));
    expect(await currentSlot(daily, at('03:29:59'))).toBeUndefined();
    expect(await currentSlot(daily, at('03:45:00'))).toBeUndefined();
    await expect(currentSlot('no cron', at('03:30:00'))).rejects.toThrow();
  });

  it('runs its job once for each slot, however many replicas enqueue it', async () => {
    let runs = 0;
    const setup = await setUp(async () => void runs++, { schema: z.object({}) as never });
    const slots = [new Date('2026-05-01T03:30:00Z'), new Date('2026-05-02T03:30:00Z')];
    work(setup);
    for (const slot of slots)
      await Promise.all(Array.from({ length: 4 }, () => setup.jobs.enqueueSlot(setup.job.name, slot)));
    await eventually(() => runs === 2);
    await until(setup, await setup.send('x'), 'succeeded');
    expect(runs).toBe(3);
  });
});

describe('the job queue', () => {
  it('has the schema version of the installed pg-boss', () => {
    const { schema } = createRequire(import.meta.url)('pg-boss/version.json') as { schema: number };
    expect(QUEUE_SCHEMA_VERSION).toBe(schema);
  });
});

describe('job queues of replicas that start together', () => {
  it('are created once, without a deadlock', async () => {
    const names = Array.from({ length: 8 }, () => `test-${randomUUID()}`);
    const starts = Array.from({ length: 6 }, (_, i) =>
      new JobQueue(test.database, log).prepare(i % 2 === 0 ? names : names.toReversed()),
    );
    await Promise.all(starts);
    const { rows } = await sql<{ made: number }>`
      select count(*)::int as made from pgboss.queue where name = any(${names})`.execute(
      test.database.kysely,
    );
    expect(rows).toEqual([{ made: names.length }]);
  });
});
