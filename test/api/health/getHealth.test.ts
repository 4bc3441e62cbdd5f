import { beforeAll, describe, expect, it } from 'vitest';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('getHealth', () => {
  it('returns the status of the process and its version', async () => {
    const { data, response } = await gateway.anonymous.GET('/health');
    expect([response.status, data?.status, data?.version]).toEqual([200, 'healthy', '0.1.0']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
