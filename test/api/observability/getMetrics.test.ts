import { beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('getMetrics', () => {
  it('counts requests by operation, and contains nothing that a client wrote', async () => {
    await gateway.anonymous.GET('/health');
    await gateway.fetch('/ZX81-unknown');
    const reply = await gateway.fetch('/metrics');
    const text = await reply.text();
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toMatch(
      /http_request_duration_seconds_count\{operation="getHealth",method="GET",status="200"\} \d+/,
    );
    expect(text).toMatch(
      /http_request_duration_seconds_count\{operation="none",method="GET",status="404"\} \d+/,
    );
    expect(text).not.toContain('ZX81');
  });

  it('returns 401 without the token that the operator set', async () => {
    const own = await startGateway({ METRICS_TOKEN: 'a-token-for-prometheus' });
    expect((await own.fetch('/metrics')).status).toBe(401);
    expect((await own.fetch('/metrics', { headers: { authorization: 'Bearer another' } })).status).toBe(401);
    expect(
      (await own.fetch('/metrics', { headers: { authorization: 'Bearer a-token-for-prometheus' } })).status,
    ).toBe(200);
    const { status, headers } = await own.fetch('/metrics?surplus=1');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="voiceassist"']);
    await own.close();
  });
});
