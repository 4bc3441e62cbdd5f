import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionUpkeep } from '#src/domain/accounts/session-upkeep.ts';
import { eventually } from '#test/support/eventually.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';

let api: TestGateway;
let worker: TestGateway;

beforeAll(async () => {
  api = await startGateway({ ROLE: 'api' });
  worker = await startGateway({ ROLE: 'worker' }, { database: api.database.database });
}, 240_000);

afterAll(async () => {
  await worker.close();
  await api.close();
});

describe('a process with the role worker', () => {
  it('answers its probes and returns 503 for any other operation', async () => {
    for (const path of ['/health', '/ready', '/health/detailed', '/metrics'])
      expect([path, (await worker.fetch(path)).status]).toEqual([path, 200]);
    const body = { email: 'ada@example.org', password: 'a long enough passphrase' };
    const { error, response } = await worker.anonymous.POST('/api/auth/login', { body });
    expect([response.status, error?.code]).toEqual([503, 'dependency_unavailable']);
  });

  it('runs the jobs of a process with the role api', async () => {
    const { jobs, db } = api.app.platform;
    const id = await db.transactAlone((tx) => jobs.enqueue(tx, sessionUpkeep, {}));
    await eventually(async () => (await jobs.status(id))?.state === 'succeeded');
  });
});

describe('a process with the role api', () => {
  it('runs no jobs', async () => {
    await worker.app.close();
    const { jobs, db } = api.app.platform;
    const id = await db.transactAlone((tx) => jobs.enqueue(tx, sessionUpkeep, {}));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await jobs.status(id))?.state).toBe('queued');
    expect(await (await api.fetch('/metrics')).text()).not.toContain('jobs_running');
  });
});
