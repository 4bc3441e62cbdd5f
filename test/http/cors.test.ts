import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ CORS_ORIGINS: 'https://app.example', PUBLIC_URL: 'https://api.example' });
});
afterAll(() => gateway.close());

describe('a browser of another origin', () => {
  it.each(['/health', '/openapi.json', '/nothing'])('may read %s when its origin is listed', async (path) => {
    const reply = await fetch(`${gateway.baseUrl}${path}`, { headers: { origin: 'https://app.example' } });
    expect(reply.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(reply.headers.get('vary')).toContain('Origin');
  });

  it('may not read when its origin is not listed', async () => {
    const reply = await fetch(`${gateway.baseUrl}/health`, { headers: { origin: 'https://evil.example' } });
    expect(reply.headers.get('access-control-allow-origin')).toBe(null);
    expect(reply.headers.get('vary')).toContain('Origin');
  });

  it('learns the permitted methods and headers from the preflight', async () => {
    const reply = await fetch(`${gateway.baseUrl}/api/conversations`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS');
    expect(reply.headers.get('access-control-allow-headers')).toContain('Authorization');
  });

  it('receives Strict-Transport-Security when the public address is HTTPS', async () => {
    const reply = await fetch(`${gateway.baseUrl}/health`);
    expect(reply.headers.get('strict-transport-security')).toContain('max-age=');
  });
});
