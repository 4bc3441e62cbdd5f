import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultyProvider, sendJson, startFaultyProvider } from '#test/support/faulty-provider.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { providerSettings, REDIRECT_URI, startProvider, type TestProvider } from '#test/support/oidc.ts';

let provider: TestProvider;
let gateway: TestGateway;
beforeAll(async () => {
  provider = await startProvider();
  gateway = await startGateway({ ...provider.settings });
});
afterAll(() => Promise.all([gateway.close(), provider.close()]));

const authorize = (at: TestGateway, name: string, redirect_uri?: string, token?: string) =>
  (token === undefined ? at.anonymous : at.client(token)).GET('/api/auth/oauth/{provider}/authorize', {
    params: { path: { provider: name }, query: redirect_uri === undefined ? {} : { redirect_uri } },
  });

describe('authorizeOauth', () => {
  it('returns the discovered endpoint of the provider with state, nonce and PKCE', async () => {
    const { data } = await authorize(gateway, 'hospital');
    const url = new URL(data?.authorization_url ?? '');
    expect(url.href.startsWith(`${provider.issuer}/auth`)).toBe(true);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'voiceassist',
      redirect_uri: REDIRECT_URI,
      scope: 'openid email profile',
      state: data?.state,
      nonce: expect.stringMatching(/^.{40,}$/),
      code_challenge: expect.stringMatching(/^.{43}$/),
      code_challenge_method: 'S256',
    });
    expect(data?.expires_in).toBe(600);
  });

  it('stores neither state nor verifier nor nonce in clear text', async () => {
    const { data } = await authorize(gateway, 'hospital');
    const rows = await gateway.database.database.kysely
      .selectFrom('oauth_authorizations')
      .selectAll()
      .execute();
    const nonce = new URL(data?.authorization_url ?? '').searchParams.get('nonce') ?? '';
    const stored = Buffer.concat(rows.flatMap((row) => [row.state_hash, row.secrets_sealed])).toString(
      'latin1',
    );
    expect(stored).not.toContain(data?.state);
    expect(stored).not.toContain(nonce);
    expect(stored).not.toContain('codeVerifier');
  });

  it('returns 422 for a redirect address that is not configured', async () => {
    expect((await authorize(gateway, 'hospital', REDIRECT_URI)).response.status).toBe(200);
    for (const uri of ['https://evil.example/cb', `${REDIRECT_URI}/x`, `${REDIRECT_URI}?a=b`]) {
      const { error, response } = await authorize(gateway, 'hospital', uri);
      expect([uri, response.status, error?.errors?.[0]?.path]).toEqual([uri, 422, '/redirect_uri']);
    }
  });

  it('returns 404 for an unknown provider, and 503 for a known one without a client', async () => {
    const unknown = await authorize(gateway, 'nowhere');
    const google = await authorize(gateway, 'google');
    expect([unknown.response.status, google.response.status, google.error?.code]).toEqual([
      404,
      503,
      'not_configured',
    ]);
  });

  it('treats a malformed token as none', async () => {
    expect((await authorize(gateway, 'hospital', undefined, 'x')).response.status).toBe(200);
  });
});

describe('authorizeOauth with a faulty provider', () => {
  let faulty: FaultyProvider;
  let own: TestGateway;
  beforeAll(async () => {
    faulty = await startFaultyProvider();
    own = await startGateway({ ...faulty.settings, LOG_LEVEL: 'silent' });
  });
  afterAll(() => Promise.all([own.close(), faulty.close()]));

  it('returns 502 when the metadata have another issuer, are no JSON, or are too large', async () => {
    const endless = 'x'.repeat(400_000);
    for (const discovery of [
      (res: Parameters<typeof sendJson>[0]) => sendJson(res, { issuer: 'https://elsewhere.example' }),
      (res: Parameters<typeof sendJson>[0]) => void res.writeHead(200).end('<html>'),
      (res: Parameters<typeof sendJson>[0]) => sendJson(res, { error: 'down' }, 500),
      (res: Parameters<typeof sendJson>[0]) => sendJson(res, { issuer: faulty.issuer, endless }),
    ]) {
      faulty.faults = { discovery };
      const { error, response } = await authorize(own, 'hospital');
      expect([response.status, error?.code]).toEqual([502, 'upstream_error']);
    }
  });

  it('returns 504 when the provider does not answer in time', async () => {
    faulty.faults = { discovery: () => undefined };
    const { error, response } = await authorize(own, 'hospital');
    expect([response.status, error?.code]).toEqual([504, 'upstream_timeout']);
  });

  it('returns 503 when the provider cannot be reached, and 200 once it can', async () => {
    const away = await startGateway({ ...providerSettings('http://127.0.0.1:9'), LOG_LEVEL: 'silent' });
    const { error, response } = await authorize(away, 'hospital');
    expect([response.status, error?.code]).toEqual([503, 'dependency_unavailable']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    await away.close();
    faulty.faults = {};
    expect((await authorize(own, 'hospital')).response.status).toBe(200);
  });
});
