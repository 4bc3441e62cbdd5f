import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, startReplica, type TestGateway } from '#test/support/gateway.ts';
import { type ProviderPerson, startProvider, type TestProvider } from '#test/support/oidc.ts';

const redis = process.env.TEST_REDIS_URL;

let provider: TestProvider;
let first: TestGateway;
let second: TestGateway;
beforeAll(async () => {
  provider = await startProvider();
  const settings = {
    ...provider.settings,
    LOG_LEVEL: 'silent',
    ...(redis === undefined ? {} : { REDIS_URL: redis }),
  };
  first = await startGateway(settings);
  second = await startReplica(first, settings);
});
afterAll(async () => {
  await second.close();
  await first.close();
  await provider.close();
});

const HOSPITAL = { params: { path: { provider: 'hospital' } } };

interface Answer {
  readonly code: string;
  readonly state: string;
  readonly iss?: string;
}

function person(known: ProviderPerson = {}): string {
  const login = randomUUID();
  provider.people.set(login, {
    email: `${login}@example.org`,
    email_verified: true,
    name: 'Ada Lind',
    ...known,
  });
  return login;
}

/** The parameters that the browser brings back from a login begun at a replica. */
async function beginAt(replica: TestGateway, login: string): Promise<Answer> {
  const { data } = await replica.anonymous.GET('/api/auth/oauth/{provider}/authorize', HOSPITAL);
  const { iss, ...answer } = await provider.logIn(data?.authorization_url ?? '', login);
  return iss === undefined ? answer : { ...answer, iss };
}

const completeAt = (replica: TestGateway, body: Answer) =>
  replica.anonymous.POST('/api/auth/oauth/{provider}/callback', { ...HOSPITAL, body });
const me = (replica: TestGateway, token: string | undefined) =>
  replica.client(token ?? '').GET('/api/auth/me');

describe('a login at a provider with two replicas', () => {
  it('begins at one and is completed at the other, and the session is valid at both', async () => {
    const login = person();
    const { data } = await completeAt(second, await beginAt(first, login));
    const seen = [await me(first, data?.access_token), await me(second, data?.access_token)];
    expect(seen.map((reply) => reply.data?.email)).toEqual([`${login}@example.org`, `${login}@example.org`]);
  });

  it('is completed once, also for parallel requests at both', async () => {
    const answer = await beginAt(first, person());
    const replies = await Promise.all([first, second, first, second].map((at) => completeAt(at, answer)));
    expect(replies.map(({ response }) => response.status).sort()).toEqual([200, 401, 401, 401]);
  });

  it('creates one account for parallel first logins at both', async () => {
    const login = person();
    const answers = await Promise.all([beginAt(first, login), beginAt(second, login)]);
    const replies = await Promise.all([completeAt(second, answers[0]), completeAt(first, answers[1])]);
    expect(replies.map(({ response }) => response.status)).toEqual([200, 200]);
    const accounts = await Promise.all(replies.map(({ data }) => me(first, data?.access_token)));
    expect(new Set(accounts.map(({ data }) => data?.id)).size).toBe(1);
  });

  it('returns 401 for an account that the other replica deactivated, as do its open sessions', async () => {
    const login = person();
    const { data } = await completeAt(first, await beginAt(first, login));
    const account = (await me(first, data?.access_token)).data;
    const admin = await second.admin();
    await admin.api.PUT('/api/users/{user_id}/deactivate', {
      params: { path: { user_id: account?.id ?? '' } },
    });
    await sleep(1_000);
    expect((await me(first, data?.access_token)).response.status).toBe(401);
    const again = await completeAt(first, await beginAt(second, login));
    expect(again.response.status).toBe(401);
  });

  it('returns 401 with the state of another login', async () => {
    const [one, other] = [await beginAt(first, person()), await beginAt(second, person())];
    const reply = await completeAt(second, { ...one, state: other.state });
    expect(reply.response.status).toBe(401);
  });
});
