import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deleteExpiredSessions } from '#src/domain/accounts/session-upkeep.ts';
import { IdempotencyStore } from '#src/platform/idempotency-store.ts';
import type { JobRun } from '#src/platform/jobs/job.ts';
import { keepPlatformUp } from '#src/platform/maintenance.ts';
import { createMetrics } from '#src/platform/metrics.ts';
import { createSecrets } from '#src/platform/secrets.ts';
import { openStorage } from '#src/platform/storage/open-storage.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';

const HOUR_MS = 3_600_000;
const run: JobRun = {
  jobId: randomUUID(),
  attempt: 1,
  signal: new AbortController().signal,
  progress: async () => undefined,
};

let test: TestDatabase;
const userId = randomUUID();

beforeAll(async () => {
  test = await openTestDatabase();
  const at = new Date();
  await test.database.kysely
    .insertInto('users')
    .values({
      id: userId,
      email: 'a@example.org',
      email_lower: 'a@example.org',
      password_hash: 'x',
      role: 'user',
      created_at: at,
      updated_at: at,
    })
    .execute();
});

afterAll(() => test.close());

function ago(hours: number): Date {
  return new Date(Date.now() - hours * HOUR_MS);
}

async function session(begunHoursAgo: number, tokensEndedHoursAgo: readonly number[]): Promise<string> {
  const id = randomUUID();
  const { kysely } = test.database;
  await kysely
    .insertInto('session_families')
    .values({ id, user_id: userId, created_at: ago(begunHoursAgo), ip: '127.0.0.1' })
    .execute();
  for (const hours of tokensEndedHoursAgo) {
    const token = { id: randomUUID(), family_id: id, token_hash: Buffer.from(randomUUID()) };
    await kysely
      .insertInto('refresh_tokens')
      .values({ ...token, created_at: ago(begunHoursAgo), expires_at: ago(hours) })
      .execute();
  }
  return id;
}

async function tokensOf(id: string): Promise<number> {
  const { rows } = await test.database.pool.query('select 1 from refresh_tokens where family_id = $1', [id]);
  return rows.length;
}

it('the upkeep of sessions deletes those that ended a day ago, and of the others only old tokens', async () => {
  const over = await session(300, [132, 100]);
  const lately = await session(180, [12]);
  const alive = await session(300, [132, -10]);
  const fresh = await session(0, []);
  await deleteExpiredSessions(test.database)({}, run);
  const { rows } = await test.database.pool.query('select id from session_families where user_id = $1', [
    userId,
  ]);
  expect(rows.map(({ id }) => id).sort()).toEqual([lately, alive, fresh].sort());
  expect([await tokensOf(over), await tokensOf(lately), await tokensOf(alive)]).toEqual([0, 1, 1]);
});

it('the upkeep of the platform deletes rows that have expired', async () => {
  const { kysely, pool } = test.database;
  const keys = { over: randomUUID(), alive: randomUUID() };
  for (const [key, expires_at] of [
    [keys.over, ago(1)],
    [keys.alive, ago(-1)],
  ] as const) {
    const row = { user_id: userId, operation_id: 'x', key, fingerprint: Buffer.alloc(1) };
    await kysely
      .insertInto('idempotency_keys')
      .values({ ...row, created_at: ago(25), expires_at })
      .execute();
  }
  const jobs = [
    { name: 'succeeded-long-ago', state: 'succeeded', finished_at: ago(8 * 24) },
    { name: 'failed-long-ago', state: 'failed', finished_at: ago(31 * 24) },
    { name: 'succeeded', state: 'succeeded', finished_at: ago(6 * 24) },
    { name: 'failed', state: 'failed', finished_at: ago(8 * 24) },
    { name: 'waits-for-long', state: 'queued', finished_at: null },
  ];
  for (const job of jobs) {
    const times = { created_at: ago(40 * 24), updated_at: ago(40 * 24) };
    await kysely
      .insertInto('job_runs')
      .values({ id: randomUUID(), ...times, ...job })
      .execute();
  }
  const storage = openStorage(
    { directory: join(mkdtempSync(join(tmpdir(), 'voiceassist-upkeep-')), 'blobs'), s3: undefined },
    createMetrics(),
  );
  const idempotency = new IdempotencyStore(test.database, createSecrets([Buffer.alloc(32, 1)]));
  await keepPlatformUp({ db: test.database, storage, idempotency })({}, run);
  const left = await pool.query('select name from job_runs order by name');
  expect(left.rows.map(({ name }) => name)).toEqual(['failed', 'succeeded', 'waits-for-long']);
  const kept = await pool.query('select key from idempotency_keys where user_id = $1', [userId]);
  expect(kept.rows.map(({ key }) => key)).toEqual([keys.alive]);
});
