import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.app.close());

describe('getReadiness', () => {
  it('returns 200 with the essential and the configured dependencies while they work', async () => {
    const { data } = await gateway.anonymous.GET('/ready');
    expect(data).toMatchObject({
      status: 'ready',
      checks: [
        { name: 'database', status: 'ok' },
        { name: 'redis', status: 'not_configured' },
        { name: 'storage', status: 'ok' },
        { name: 'audit_anchors', status: 'ok' },
      ],
    });
  });

  it('returns 200 with a failed check when an optional dependency is lost', async () => {
    const own = await startGateway({ REDIS_URL: 'redis://127.0.0.1:9' });
    const { data, response } = await own.anonymous.GET('/ready');
    expect([response.status, data?.checks[1]]).toMatchObject([200, { name: 'redis', status: 'failed' }]);
    await own.close();
  });

  it('returns 503 when the database is lost, while getHealth still returns 200', async () => {
    await gateway.database.close();
    const ready = await gateway.anonymous.GET('/ready');
    expect([ready.response.status, ready.error?.code]).toEqual([503, 'dependency_unavailable']);
    expect(ready.response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await gateway.anonymous.GET('/health')).response.status).toBe(200);
  });

  it('makes a login return 503 while the database is lost', async () => {
    const { error, response } = await gateway.anonymous.POST('/api/auth/login', {
      body: { email: 'a@example.org', password: 'x' },
    });
    expect([response.status, error?.code]).toEqual([503, 'dependency_unavailable']);
  });
});
