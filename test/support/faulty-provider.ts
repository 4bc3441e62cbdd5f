import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { listenOnLoopback, providerSettings } from '#test/support/oidc.ts';

/** The faults of a provider in the next requests. */
interface Faults {
  /** Claims of the token that replace the correct ones. */
  claims?: Record<string, unknown>;
  /** Signs with an unpublished key. */
  forged?: boolean;
  /** Replaces the answer of the token endpoint. */
  token?: (res: ServerResponse) => void;
  /** Replaces the answer of the discovery endpoint. */
  discovery?: (res: ServerResponse) => void;
}

/** An OpenID Connect provider with faults that a real one would not have. */
export interface FaultyProvider {
  readonly issuer: string;
  readonly settings: Readonly<Record<string, string>>;
  faults: Faults;
  close(): Promise<void>;
}

export async function startFaultyProvider(name = 'hospital'): Promise<FaultyProvider> {
  const right = await generateKeyPair('RS256', { extractable: true });
  const wrong = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(right.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = createServer((req, res) => void answer(req, res));
  const issuer = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  const provider: FaultyProvider = {
    issuer,
    settings: providerSettings(issuer, name),
    faults: {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { faults } = provider;
    for await (const _chunk of req) void _chunk;
    if (req.url === '/.well-known/openid-configuration') {
      if (faults.discovery !== undefined) faults.discovery(res);
      else sendJson(res, metadataOf(issuer));
    } else if (req.url === '/jwks') sendJson(res, { keys: [jwk] });
    else if (faults.token !== undefined) faults.token(res);
    else {
      const token = new SignJWT({
        email: 'faulty@example.org',
        email_verified: true,
        ...faults.claims,
      }).setProtectedHeader({ alg: 'RS256', kid: 'one' });
      const claims = { iss: issuer, aud: 'voiceassist', sub: 'faulty', ...faults.claims };
      const key = faults.forged ? wrong.privateKey : right.privateKey;
      const signed = token
        .setIssuer(claims.iss)
        .setAudience(claims.aud)
        .setSubject(claims.sub)
        .setIssuedAt()
        .setExpirationTime((faults.claims?.exp as number | undefined) ?? '5m');
      sendJson(res, { access_token: 'x', token_type: 'Bearer', id_token: await signed.sign(key) });
    }
  }
  return provider;
}

export function sendJson(res: ServerResponse, body: unknown, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function metadataOf(issuer: string): Record<string, unknown> {
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
