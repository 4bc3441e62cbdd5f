import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionUpkeep } from '#src/domain/accounts/session-upkeep.ts';
import { createIds } from '#src/platform/ids.ts';
import { Jobs } from '#src/platform/jobs/jobs.ts';
import { createMetrics } from '#src/platform/metrics.ts';
import { createNotifications } from '#src/platform/notifications.ts';
import { Outbox } from '#src/platform/outbox.ts';
import { blobDeletion } from '#src/platform/storage/blob-deletion.ts';
import { openStorage } from '#src/platform/storage/open-storage.ts';
import { eventually } from '#test/support/eventually.ts';
import {
  type Replica,
  type Replicas,
  redisSettings,
  replicasAreProcesses,
  startReplicas,
} from '#test/support/replicas.ts';
import { quietLog } from '#test/support/test-database.ts';

let replicas: Replicas;
let first: Replica;
let second: Replica;

beforeAll(async () => {
  replicas = await startReplicas([{}, {}], { RATE_LIMITS: 'on', ...redisSettings });
  [first, second] = replicas.all as [Replica, Replica];
}, 240_000);

afterAll(() => replicas.close());

/** The dependencies for adding work from outside of the replicas. */
function parts() {
  const { database, url } = replicas.database;
  const notifications = createNotifications(database, url, quietLog());
  return {
    db: database,
    notifications,

    ids: createIds(),
    log: quietLog(),
    metrics: createMetrics(),
  };
}

async function enqueueUpkeep(): Promise<{ jobs: Jobs; id: string }> {
  const jobs = new Jobs(parts());
  jobs.register(sessionUpkeep, async () => undefined);
  await jobs.prepare();
  const id = await replicas.database.database.transactAlone((tx) => jobs.enqueue(tx, sessionUpkeep, {}));
  return { jobs, id };
}

describe('two replicas', () => {
  it('create once for parallel requests with one key', async () => {
    const member = await first.calls.user();
    const create = (replica: Replica, key: string) =>
      replica.calls.client(member.accessToken).POST('/api/conversations', {
        params: { header: { 'Idempotency-Key': key } },
        body: { title: 'Once' },
      });
    const key = randomUUID();
    const answers = await Promise.all([first, second, first, second].map((replica) => create(replica, key)));
    expect(answers.map(({ response }) => response.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
  });

  it('refuse a session that was closed at the other', async () => {
    const member = await first.calls.user();
    const there = second.calls.client(member.accessToken);
    expect((await there.GET('/api/conversations')).response.status).toBe(200);
    await first.calls.client(member.accessToken).POST('/api/auth/logout');
    await eventually(async () => (await there.GET('/api/conversations')).response.status === 401);
  });

  it.skipIf(redisSettings.REDIS_URL === undefined)('share the rate limit of a caller', async () => {
    const body = { email: `${randomUUID()}@example.org`, password: 'not the password' };
    const statuses: number[] = [];
    for (let i = 0; i < 100 && !statuses.includes(429); i++) {
      const replica = i % 2 === 0 ? first : second;
      statuses.push((await replica.calls.anonymous.POST('/api/auth/login', { body })).response.status);
    }
    const next = await Promise.all(
      [first, second].map((replica) => replica.calls.anonymous.POST('/api/auth/login', { body })),
    );
    expect(next.map(({ response }) => response.status)).toEqual([429, 429]);
  });

  it('run the job and deliver the outbox row of a third process', async () => {
    const { jobs, id } = await enqueueUpkeep();
    await eventually(async () => (await jobs.status(id))?.state === 'succeeded', { what: 'the job' });
    const storage = openStorage(
      { directory: join(replicas.dataDir, 'blobs'), s3: undefined },
      createMetrics(),
    );
    const key = `test/${randomUUID()}`;
    await storage.put(key, Readable.from([Buffer.from('x')]));
    const outbox = new Outbox(parts());
    outbox.register(blobDeletion, async () => undefined);
    await replicas.database.database.transactAlone((tx) => outbox.add(tx, blobDeletion, { key }));
    await eventually(async () => (await storage.stat(key)) === undefined, { what: 'the deletion' });
  });
});

describe.skipIf(!replicasAreProcesses)('a replica', () => {
  it('works on when the other is killed, and the other comes back', async () => {
    const member = await second.calls.user();
    await first.kill();
    const { jobs, id } = await enqueueUpkeep();
    expect((await second.calls.client(member.accessToken).GET('/api/conversations')).response.status).toBe(
      200,
    );
    await eventually(async () => (await jobs.status(id))?.state === 'succeeded', { what: 'the job' });
    await first.restart();
    expect((await first.calls.client(member.accessToken).GET('/api/conversations')).response.status).toBe(
      200,
    );
  }, 180_000);

  it('recovers from the loss of all its connections to the database', async () => {
    const member = await first.calls.user();
    await replicas.database.database.pool
      .query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()')
      .catch(() => undefined);
    const { jobs, id } = await eventuallyEnqueued();
    const api = first.calls.client(member.accessToken);
    await eventually(async () => (await api.GET('/api/conversations')).response.status === 200);
    await eventually(async () => (await jobs.status(id))?.state === 'succeeded', { what: 'the job' });
  }, 180_000);

  it('ends with code 0 when it is told to stop', async () => {
    expect(await first.stop()).toBe(0);
    await first.restart();
  }, 180_000);
});

/** Retries, because the connections of the test are lost as well. */
async function eventuallyEnqueued(): Promise<{ jobs: Jobs; id: string }> {
  let enqueued: { jobs: Jobs; id: string } | undefined;
  await eventually(async () => {
    enqueued = await enqueueUpkeep().catch(() => undefined);
    return enqueued !== undefined;
  });
  return enqueued as { jobs: Jobs; id: string };
}
