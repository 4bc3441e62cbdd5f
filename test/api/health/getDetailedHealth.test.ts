import { beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('getDetailedHealth', () => {
  it('returns each dependency with its latency, and which ones are not configured', async () => {
    const { data } = await gateway.anonymous.GET('/health/detailed');
    expect(data).toMatchObject({
      status: 'healthy',
      checks: [
        { name: 'database', status: 'ok', latency_ms: expect.any(Number) },
        { name: 'redis', status: 'not_configured', latency_ms: null },
        { name: 'storage', status: 'ok', latency_ms: expect.any(Number) },
        { name: 'audit_anchors', status: 'ok', latency_ms: expect.any(Number) },
        { name: 'openai', status: 'not_configured', latency_ms: null },
      ],
    });
  });

  it('returns the status degraded when an optional service is down', async () => {
    const own = await startGateway({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    const { data } = await own.anonymous.GET('/health/detailed');
    const openai = data?.checks.find(({ name }) => name === 'openai');
    expect([data?.status, openai?.status]).toEqual(['degraded', 'failed']);
    await own.close();
  });

  it('returns 503 when the database is lost', async () => {
    const own = await startGateway();
    await own.database.close();
    const { error, response } = await own.anonymous.GET('/health/detailed');
    expect([response.status, error?.code]).toEqual([503, 'dependency_unavailable']);
    await own.app.close();
  });
});
