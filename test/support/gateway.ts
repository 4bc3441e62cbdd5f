import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '#generated/schema.gen.ts';
import { type App, compose, type Overrides } from '#src/compose.ts';
import { readConfig } from '#src/platform/config.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/test-database.ts';
import { validatingFetch } from '#test/support/validating-fetch.ts';

export type ApiClient = Client<paths>;

/** An account with an open session. */
export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly api: ApiClient;
}

/** Clients for one running gateway. */
export interface Callers {
  readonly baseUrl: string;
  /** Typed client without a token. */
  readonly anonymous: ApiClient;
  /** Typed client with a token. */
  client(accessToken: string): ApiClient;
  /** Plain fetch by path; the answer is checked against the contract. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A new user, shared with no other test. */
  user(): Promise<Member>;
  /** A viewer and an admin of this gateway, which tests share. */
  viewer(): Promise<Member>;
  admin(): Promise<Member>;
}

/** A running gateway on a real database, and ways to call it. */
export interface TestGateway extends Callers {
  readonly app: App;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

const PASSWORD = 'correct horse battery staple';

/** Settings of a gateway for tests, with a data folder of its own. */
export function testSettings(): Record<string, string> {
  return {
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
    SHUTDOWN_GRACE_MS: '5000',
    JWT_SECRET: 'test-signing-secret-of-more-than-32-bytes',
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    DATA_DIR: mkdtempSync(join(tmpdir(), 'voiceassist-test-')),
  };
}

/** Starts a separate gateway, for tests that stop it or change its settings. */
export async function startGateway(
  settings: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<TestGateway> {
  return startOn(await openTestDatabase(), settings, overrides);
}

/** Starts another replica on the database of a gateway, with its own pool when the database is a server. */
export async function startReplica(
  of: TestGateway,
  settings: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<TestGateway> {
  const { url, database } = of.database;
  const shared: TestDatabase = { ...of.database, close: async () => undefined };
  return url === undefined
    ? startOn(shared, settings, { database, ...overrides })
    : startOn(shared, { DATABASE_URL: url, ...settings }, { database: undefined, ...overrides });
}

/** Starts a gateway with a pool of its own on a database of a server, as a process would. Closes the database as well. */
export function startOnServer(
  database: TestDatabase,
  settings: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<TestGateway> {
  const { url } = database;
  if (url === undefined) throw new Error('The embedded database has no address.');
  return startOn(database, { DATABASE_URL: url, ...settings }, { database: undefined, ...overrides });
}

async function startOn(
  database: TestDatabase,
  settings: Record<string, string>,
  overrides: Partial<Record<keyof Overrides, unknown>>,
): Promise<TestGateway> {
  const config = readConfig({ ...testSettings(), ...settings });
  const app = await compose(config, { database: database.database, ...overrides } as Overrides);
  const { port } = await app.listen();
  return {
    ...callersOf(`http://127.0.0.1:${port}`, database),
    app,
    database,
    async close() {
      await app.close();
      await database.close();
    },
  };
}

/** Clients for the gateway at an address, whose database is given. */
export function callersOf(baseUrl: string, database: TestDatabase): Callers {
  const client = (accessToken?: string): ApiClient =>
    createClient<paths>({
      baseUrl,
      fetch: validatingFetch,
      ...(accessToken === undefined ? {} : { headers: { authorization: `Bearer ${accessToken}` } }),
    });
  const register = async (role: 'user' | 'viewer' | 'admin'): Promise<Member> => {
    const email = `${randomUUID()}@example.org`;
    const { data, error } = await client().POST('/api/auth/register', {
      body: { email, password: PASSWORD, full_name: 'Test Person' },
    });
    if (data === undefined) throw new Error(`registration failed: ${JSON.stringify(error)}`);
    if (role !== 'user') await database.setRole(data.user.id, role);
    const { access_token: accessToken, refresh_token: refreshToken } = data;
    return {
      userId: data.user.id,
      email,
      password: PASSWORD,
      accessToken,
      refreshToken,
      api: client(accessToken),
    };
  };
  const viewer = renewed(() => register('viewer'));
  const admin = renewed(() => register('admin'));
  return {
    baseUrl,
    anonymous: client(),
    client,
    fetch: (path, init) => validatingFetch(`${baseUrl}${path}`, init),
    user: () => register('user'),
    viewer,
    admin,
  };
}

/** Access tokens are good for a quarter of an hour, and a run can take longer. */
const MEMBER_MS = 300_000;

/** A member that is shared for some minutes, and then another. */
function renewed(register: () => Promise<Member>): () => Promise<Member> {
  let current: { readonly member: Promise<Member>; readonly until: number } | undefined;
  return () => {
    if (current === undefined || Date.now() > current.until)
      current = { member: register(), until: Date.now() + MEMBER_MS };
    return current.member;
  };
}

const shared: { gateway?: Promise<TestGateway> } = {};

/** The gateway that all test files of one worker share. */
export function theGateway(): Promise<TestGateway> {
  shared.gateway ??= startGateway();
  return shared.gateway;
}
