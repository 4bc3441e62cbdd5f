import { describe, expect, it } from 'vitest';
import { theGateway } from '#test/support/gateway.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

const get = async (accept: string | undefined, method = 'GET'): Promise<Response> => {
  const { baseUrl } = await theGateway();
  const headers: Record<string, string> = accept === undefined ? {} : { accept };
  return fetch(`${baseUrl}/`, { method, headers, redirect: 'manual' });
};

describe('the address without a path', () => {
  it.each(['GET', 'HEAD'])('leads a browser to the documents by %s', async (method) => {
    const reply = await get(BROWSER, method);
    expect([reply.status, reply.headers.get('location')]).toEqual([302, '/docs']);
    expect(reply.headers.get('vary')?.toLowerCase()).toContain('accept');
    const { baseUrl } = await theGateway();
    expect((await fetch(new URL('/docs', baseUrl))).status).toBe(200);
  });

  it.each([
    [undefined],
    ['*/*'],
    ['application/json'],
    ['application/problem+json, text/html;q=0.5'],
    ['image/png'],
  ])('returns the problem to whoever accepts %s', async (accept) => {
    const reply = await get(accept);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(reply.headers.get('vary')?.toLowerCase()).toContain('accept');
    expect(await reply.json()).toMatchObject({ code: 'not_found' });
  });

  it('returns the problem for other methods', async () => {
    expect((await get(BROWSER, 'POST')).status).toBe(404);
  });
});
