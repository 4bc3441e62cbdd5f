import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { listenOnLoopback, providerSettings } from '#test/support/oidc.ts';

/** What a provider can do wrong. */
export interface Lies {
  /** Claims of the token, over those that are right. */
  claims?: Record<string, unknown>;
  /** Signs with a key that is not among its published ones. */
  forged?: boolean;
  /** Answers its token endpoint in another way. */
  token?: (res: ServerResponse) => void;
  /** Answers its discovery in another way. */
  discovery?: (res: ServerResponse) => void;
}

/** A provider that says what a test wants it to, since a real one would not. */
export interface LyingProvider {
  readonly issuer: string;
  readonly settings: Readonly<Record<string, string>>;
  lies: Lies;
  close(): Promise<void>;
}

export async function startLyingProvider(name = 'hospital'): Promise<LyingProvider> {
  const right = await generateKeyPair('RS256', { extractable: true });
  const wrong = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(right.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = createServer((req, res) => void answer(req, res));
  const issuer = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  const provider: LyingProvider = {
    issuer,
    settings: providerSettings(issuer, name),
    lies: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { lies } = provider;
    for await (const _chunk of req) void _chunk;
    if (req.url === '/.well-known/openid-configuration') {
      if (lies.discovery !== undefined) lies.discovery(res);
      else sendJson(res, metadataOf(issuer));
    } else if (req.url === '/jwks') sendJson(res, { keys: [jwk] });
    else if (lies.token !== undefined) lies.token(res);
    else {
      const token = new SignJWT({
        email: 'liar@example.org',
        email_verified: true,
        ...lies.claims,
      }).setProtectedHeader({ alg: 'RS256', kid: 'one' });
      const claims = { iss: issuer, aud: 'voiceassist', sub: 'liar', ...lies.claims };
      const key = lies.forged ? wrong.privateKey : right.privateKey;
      const signed = token
        .setIssuer(claims.iss)
        .setAudience(claims.aud)
        .setSubject(claims.sub)
        .setIssuedAt()
        .setExpirationTime((lies.claims?.exp as number | undefined) ?? '5m');
      sendJson(res, { access_token: 'x', token_type: 'Bearer', id_token: await signed.sign(key) });
    }
  }
  return provider;
}

export function sendJson(res: ServerResponse, body: unknown, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function metadataOf(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}
