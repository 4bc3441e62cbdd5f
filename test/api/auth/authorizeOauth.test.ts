import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { type LyingProvider, sendJson, startLyingProvider } from '#test/support/lying-provider.ts';
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
  it('200 sends the browser to the discovered endpoint with state, nonce and PKCE', async () => {
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

  it('keeps neither state nor verifier nor nonce in clear', async () => {
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

  it('422 meets an address that is not configured', async () => {
    expect((await authorize(gateway, 'hospital', REDIRECT_URI)).response.status).toBe(200);
    for (const uri of ['https://evil.example/cb', `${REDIRECT_URI}/x`, `${REDIRECT_URI}?a=b`]) {
      const { error, response } = await authorize(gateway, 'hospital', uri);
      expect([uri, response.status, error?.errors?.[0]?.path]).toEqual([uri, 422, '/redirect_uri']);
    }
  });

  it('404 meets a provider that nobody configured, and 503 a well-known one without a client', async () => {
    const unknown = await authorize(gateway, 'nowhere');
    const google = await authorize(gateway, 'google');
    expect([unknown.response.status, google.response.status, google.error?.code]).toEqual([
      404,
      503,
      'not_configured',
    ]);
  });

  it('200 takes a token that is none for no token', async () => {
    expect((await authorize(gateway, 'hospital', undefined, 'x')).response.status).toBe(200);
  });
});

describe('authorizeOauth tells of a provider', () => {
  let liar: LyingProvider;
  let own: TestGateway;
  beforeAll(async () => {
    liar = await startLyingProvider();
    own = await startGateway({ ...liar.settings, LOG_LEVEL: 'silent' });
  });
  afterAll(() => Promise.all([own.close(), liar.close()]));

  it('502 that its metadata are another’s, none at all, or too large', async () => {
    const endless = 'x'.repeat(400_000);
    for (const discovery of [
      (res: Parameters<typeof sendJson>[0]) => sendJson(res, { issuer: 'https://elsewhere.example' }),
      (res: Parameters<typeof sendJson>[0]) => void res.writeHead(200).end('<html>'),
      (res: Parameters<typeof sendJson>[0]) => sendJson(res, { error: 'down' }, 500),
      (res: Parameters<typeof sendJson>[0]) => sendJson(res, { issuer: liar.issuer, endless }),
    ]) {
      liar.lies = { discovery };
      const { error, response } = await authorize(own, 'hospital');
      expect([response.status, error?.code]).toEqual([502, 'upstream_error']);
    }
  });

  it('504 that it does not answer in time', async () => {
    liar.lies = { discovery: () => undefined };
    const { error, response } = await authorize(own, 'hospital');
    expect([response.status, error?.code]).toEqual([504, 'upstream_timeout']);
  });

  it('503 that it is not there, and 200 once it is', async () => {
    const away = await startGateway({ ...providerSettings('http://127.0.0.1:9'), LOG_LEVEL: 'silent' });
    const { error, response } = await authorize(away, 'hospital');
    expect([response.status, error?.code]).toEqual([503, 'dependency_unavailable']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    await away.close();
    liar.lies = {};
    expect((await authorize(own, 'hospital')).response.status).toBe(200);
  });
});
