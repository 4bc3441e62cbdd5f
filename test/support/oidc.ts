import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiClient } from '#test/support/gateway.ts';

/** The part of the provider that is used here; the package brings no types. */
interface ProviderModule {
  readonly default: new (
    issuer: string,
    configuration: Readonly<Record<string, unknown>>,
  ) => { callback(): (req: IncomingMessage, res: ServerResponse) => void };
}

const PROVIDER_PACKAGE: string = 'oidc-provider';

/** Someone who can log in at the provider, with what it says of them. */
export interface ProviderPerson {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** A real OpenID Connect provider on loopback. */
export interface TestProvider {
  readonly issuer: string;
  /** Settings that make a gateway use it under the name `hospital`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The people that can log in, by login name, which is also their subject. */
  readonly people: Map<string, ProviderPerson>;
  /** Logs in and consents as a browser does, and gives what the browser is sent back with. */
  logIn(
    authorizationUrl: string,
    login: string,
  ): Promise<{ code: string; state: string; iss: string | undefined }>;
  close(): Promise<void>;
}

export const REDIRECT_URI = 'http://127.0.0.1:5/auth/callback/hospital';
const CLIENT = { id: 'voiceassist', secret: 'a secret of the test client' };

export function providerSettings(issuer: string, name = 'hospital'): Record<string, string> {
  const at = `OAUTH_${name.toUpperCase()}`;
  return {
    OAUTH_PROVIDERS: name,
    OAUTH_REDIRECT_URIS: 'http://127.0.0.1:5/auth/callback/{provider}',
    [`${at}_ISSUER`]: issuer,
    [`${at}_CLIENT_ID`]: CLIENT.id,
    [`${at}_CLIENT_SECRET`]: CLIENT.secret,
  };
}

export function listenOnLoopback(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export async function startProvider(options: { codeSeconds?: number } = {}): Promise<TestProvider> {
  const people = new Map<string, ProviderPerson>();
  const { default: Provider } = (await import(PROVIDER_PACKAGE)) as ProviderModule;
  let handle: ((req: IncomingMessage, res: ServerResponse) => void) | undefined;
  const server = createServer((req, res) => handle?.(req, res));
  const issuer = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  handle = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [REDIRECT_URI],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people.get(id) }),
    }),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    ttl: { AuthorizationCode: options.codeSeconds ?? 60 },
    cookies: { keys: ['a key of the test provider'] },
  }).callback();
  return {
    issuer,
    settings: providerSettings(issuer),
    people,
    logIn,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A person at the provider, with an e-mail address that no other test uses. */
export function addPerson(
  provider: TestProvider,
  known: ProviderPerson = {},
): { login: string; email: string } {
  const login = randomUUID();
  const email = known.email ?? `${login}@example.org`;
  provider.people.set(login, { email, email_verified: true, name: 'Ada Lind', ...known });
  return { login, email };
}

const HOSPITAL = { params: { path: { provider: 'hospital' } } };

/** What the browser brings back from a login that the caller began; with an account it is for a link. */
export async function answerOfProvider(provider: TestProvider, login: string, api: ApiClient) {
  const { data } = await api.GET('/api/auth/oauth/{provider}/authorize', HOSPITAL);
  const { code, state, iss } = await provider.logIn(data?.authorization_url ?? '', login);
  return { code, state, ...(iss !== undefined && { iss }) };
}

export function completeAtHospital(
  api: ApiClient,
  answer: Awaited<ReturnType<typeof answerOfProvider>>,
  password?: string,
) {
  const body = { ...answer, ...(password !== undefined && { current_password: password }) };
  return api.POST('/api/auth/oauth/{provider}/callback', { ...HOSPITAL, body });
}

/** A whole login at the provider, from its beginning to the session; with an account it is for a link. */
export async function logInAtHospital(
  provider: TestProvider,
  login: string,
  api: ApiClient,
  password?: string,
) {
  return completeAtHospital(api, await answerOfProvider(provider, login, api), password);
}

const MAX_STEPS = 15;

async function logIn(authorizationUrl: string, login: string) {
  const browse = browser();
  let url = authorizationUrl;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < MAX_STEPS; step++) {
    const reply = await browse(url, form);
    const location = reply.headers.get('location');
    if (location !== null) {
      const next = new URL(location, url);
      if (next.href.startsWith(REDIRECT_URI)) return answerOf(next);
      url = next.href;
      form = undefined;
      continue;
    }
    const page = await reply.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href;
    form = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'x' } : { prompt });
  }
  throw new Error('the provider did not send the browser back');
}

function answerOf(url: URL): { code: string; state: string; iss: string | undefined } {
  const { code = '', state = '', iss } = Object.fromEntries(url.searchParams);
  return { code, state, iss };
}

/** A fetch that keeps cookies and follows nothing by itself. */
function browser(): (url: string, form: URLSearchParams | undefined) => Promise<Response> {
  const cookies = new Map<string, string>();
  return async (url, form) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form !== undefined && { method: 'POST', body: form }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return reply;
  };
}
