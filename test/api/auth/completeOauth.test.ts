import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultyProvider, sendJson, startFaultyProvider } from '#test/support/faulty-provider.ts';
import { type ApiClient, type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import {
  addPerson,
  answerOfProvider,
  completeAtHospital,
  logInAtHospital,
  type ProviderPerson,
  startProvider,
  type TestProvider,
} from '#test/support/oidc.ts';

let provider: TestProvider;
let gateway: TestGateway;
beforeAll(async () => {
  provider = await startProvider();
  gateway = await startGateway({ ...provider.settings, LOG_LEVEL: 'silent' });
});
afterAll(() => Promise.all([gateway.close(), provider.close()]));

const begin = async (api: ApiClient, name = 'hospital') => {
  const { data } = await api.GET('/api/auth/oauth/{provider}/authorize', {
    params: { path: { provider: name } },
  });
  return data ?? { authorization_url: '', state: '', expires_in: 0 };
};
const complete = (api: ApiClient, body: { code: string; state: string; iss?: string }, name = 'hospital') =>
  api.POST('/api/auth/oauth/{provider}/callback', { params: { path: { provider: name } }, body });

const person = (known: ProviderPerson = {}) => addPerson(provider, known);
const logIn = (login: string, api: ApiClient = gateway.anonymous, password?: string) =>
  logInAtHospital(provider, login, api, password);

const me = async (accessToken: string | undefined) =>
  (await gateway.client(accessToken ?? '').GET('/api/auth/me')).data;
const outcome = ({ error, response }: { error?: { code: string }; response: Response }) => [
  response.status,
  error?.code,
];
const REFUSED = [401, 'invalid_credentials'];

describe('completeOauth', () => {
  it('creates an account for a new person and finds it again by the identifier of the provider', async () => {
    const { login, email } = person();
    const first = await logIn(login);
    const account = await me(first.data?.access_token);
    expect(account).toMatchObject({ email, full_name: 'Ada Lind', role: 'user', is_active: true });
    provider.people.set(login, { email: `${randomUUID()}@example.org`, email_verified: false });
    const second = await logIn(login);
    expect((await me(second.data?.access_token))?.id).toBe(account?.id);
    const refresh = await gateway.anonymous.POST('/api/auth/refresh', {
      body: { refresh_token: second.data?.refresh_token ?? '' },
    });
    expect(refresh.response.status).toBe(200);
  });

  it.each([
    [' Ada\u0000\nLind ', 'Ada  Lind'],
    ['\u200b\u2060', null],
    [`${'x'.repeat(199)}🫀🫀`, `${'x'.repeat(199)}🫀`],
    ['مرحبا', 'مرحبا'],
  ])('keeps of the name %j at the provider what may be a name here', async (name, expected) => {
    const { data } = await logIn(person({ name }).login);
    expect((await me(data?.access_token))?.full_name).toBe(expected);
  });

  it('creates one account for parallel first logins of one person', async () => {
    const { login } = person();
    const replies = await Promise.all(Array.from({ length: 4 }, () => logIn(login)));
    expect(replies.map(({ response }) => response.status)).toEqual([200, 200, 200, 200]);
    const ids = await Promise.all(replies.map(async ({ data }) => (await me(data?.access_token))?.id));
    expect(new Set(ids).size).toBe(1);
  });

  it('returns 403 when the provider does not confirm the email address, or sends none', async () => {
    const known = [{ email_verified: false }, { email: '', email_verified: true }];
    for (const one of known) {
      const { login } = person(one);
      expect(outcome(await logIn(login))).toEqual([403, 'email_not_verified']);
    }
  });

  it('returns 409 for the email address of an admin, even when it is verified', async () => {
    const { login, email } = person();
    const { data } = await logIn(login);
    const id = (await me(data?.access_token))?.id ?? '';
    await gateway.database.setRole(id, 'admin');
    const other = person({ email });
    expect(outcome(await logIn(other.login))).toEqual([409, 'conflict']);
    await gateway.database.setRole(id, 'user');
    expect((await logIn(other.login)).response.status).toBe(200);
  });

  it('links the provider to the account that began the login, and to no other', async () => {
    const [user, other] = [await gateway.user(), await gateway.user()];
    const { login } = person({ email: `${randomUUID()}@elsewhere.example`, email_verified: false });
    const linked = await logIn(login, user.api, user.password);
    expect([linked.response.status, linked.data?.account]).toEqual([200, 'linked']);
    const alone = await logIn(login);
    expect([alone.data?.account, (await me(alone.data?.access_token))?.id]).toEqual(['known', user.userId]);
    expect(outcome(await logIn(login, other.api, other.password))).toEqual([409, 'conflict']);
  });

  it('returns 422 for a link without the password, or with a wrong one, for admins as well', async () => {
    for (const member of [await gateway.user(), await gateway.admin()]) {
      const { login } = person();
      const answer = await answerOfProvider(provider, login, member.api);
      for (const wrong of [undefined, 'ZX81 is not it']) {
        const { error, response } = await completeAtHospital(member.api, answer, wrong);
        expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/current_password']);
        expect(JSON.stringify(error)).not.toContain('ZX81');
      }
      const alone = await logIn(login);
      expect([alone.data?.account, (await me(alone.data?.access_token))?.role]).toEqual(['created', 'user']);
    }
  });

  it('keeps the state good while the password is wrong', async () => {
    const user = await gateway.user();
    const answer = await answerOfProvider(provider, person().login, user.api);
    expect((await completeAtHospital(user.api, answer, 'wrong')).response.status).toBe(422);
    expect((await completeAtHospital(user.api, answer, user.password)).data?.account).toBe('linked');
  });

  it('links an account without a password only within ten minutes of a login at its provider', async () => {
    const { data } = await logIn(person().login);
    const api = gateway.client(data?.access_token ?? '');
    const userId = (await me(data?.access_token))?.id ?? '';
    const age = (minutes: number) =>
      sql`update session_families set created_at = now() - ${minutes} * interval '1 minute'
        where user_id = ${userId}`.execute(gateway.database.database.kysely);
    await age(11);
    const { error, response } = await logIn(person().login, api);
    expect([response.status, error?.errors?.[0]?.rule]).toEqual([422, 'fresh_login']);
    await age(9);
    expect((await logIn(person().login, api)).data?.account).toBe('linked');
  });

  it('proves the address of an account that links a provider which vouches for it', async () => {
    const user = await gateway.user();
    await logIn(person({ email: user.email }).login, user.api, user.password);
    const other = await logIn(person({ email: user.email.toUpperCase() }).login);
    expect([other.data?.account, (await me(other.data?.access_token))?.id]).toEqual(['linked', user.userId]);
    const { email, password } = user;
    const again = await gateway.anonymous.POST('/api/auth/login', { body: { email, password } });
    expect(again.response.status).toBe(200);
  });

  it('returns 409 for a login that its account has dropped, until the owner links it again', async () => {
    const user = await gateway.user();
    const { login } = person({ email: user.email });
    await logIn(login, user.api, user.password);
    const password = 'four unrelated words of mine';
    const change = await user.api.POST('/api/users/me/change-password', {
      body: { current_password: user.password, new_password: password, unlink_providers: ['hospital'] },
    });
    expect(change.data).toEqual({ linked_identities: [] });
    expect(outcome(await logIn(login))).toEqual([409, 'conflict']);
    expect((await logIn(login, user.api, password)).data?.account).toBe('linked');
    expect((await logIn(login)).data?.account).toBe('known');
  });

  it('returns 401 when another account, or nobody, completes a link', async () => {
    const { login } = person();
    const [user, stranger] = [await gateway.user(), await gateway.user()];
    const finish = async (start: Member | undefined, end: Member | undefined) => {
      const answer = await answerOfProvider(provider, login, start?.api ?? gateway.anonymous);
      return outcome(await completeAtHospital(end?.api ?? gateway.anonymous, answer, end?.password));
    };
    expect(await finish(user, stranger)).toEqual(REFUSED);
    expect(await finish(user, undefined)).toEqual(REFUSED);
    expect(await finish(undefined, stranger)).toEqual(REFUSED);
  });

  it('returns 401 when a link is completed with an ended session', async () => {
    const { login } = person();
    const user = await gateway.user();
    const answer = await codeOf((await begin(user.api)).authorization_url, login);
    expect((await user.api.POST('/api/auth/logout')).response.status).toBe(204);
    expect(outcome(await complete(user.api, answer))).toEqual(REFUSED);
  });

  it('logs in without a link when the session at the start had ended', async () => {
    const { login, email } = person();
    const user = await gateway.user();
    expect((await user.api.POST('/api/auth/logout')).response.status).toBe(204);
    const { data } = await logIn(login, user.api);
    expect(await me(data?.access_token)).toMatchObject({ email });
  });

  it('returns 401 for a deactivated account', async () => {
    const { login } = person();
    const { data } = await logIn(login);
    const id = (await me(data?.access_token))?.id ?? '';
    const admin = await gateway.admin();
    await admin.api.PUT('/api/users/{user_id}/deactivate', { params: { path: { user_id: id } } });
    expect(outcome(await logIn(login))).toEqual(REFUSED);
  });

  it('returns 404 for an unknown provider', async () => {
    const reply = await complete(gateway.anonymous, { code: 'x', state: 'x' }, 'nowhere');
    expect(reply.response.status).toBe(404);
  });

  it('lets an account without a password be deleted only within ten minutes of a login', async () => {
    const { login } = person();
    const { data } = await logIn(login);
    const api = gateway.client(data?.access_token ?? '');
    const { kysely } = gateway.database.database;
    const age = (minutes: number) =>
      kysely
        .updateTable('session_families')
        .set({ created_at: new Date(Date.now() - minutes * 60_000) })
        .where('session_families.user_id', '=', userId)
        .execute();
    const userId = (await me(data?.access_token))?.id ?? '';
    await age(11);
    const late = await api.DELETE('/api/users/me', { body: { password: 'x' } });
    expect(late.response.status).toBe(422);
    await age(1);
    expect((await api.DELETE('/api/users/me', { body: { password: 'x' } })).response.status).toBe(204);
  });

  it('writes person and provider into the audit trail, and no email address', async () => {
    const { login, email } = person();
    const { data } = await logIn(login);
    const id = (await me(data?.access_token))?.id;
    const entries = await gateway.database.database.kysely
      .selectFrom('audit_entries')
      .selectAll()
      .where('audit_entries.action', '=', 'session.open_external')
      .where('audit_entries.actor_id', '=', id ?? null)
      .execute();
    expect(entries).toMatchObject([
      {
        outcome: 'succeeded',
        actor_role: 'user',
        object_type: 'session',
        details: { provider: 'hospital', linked: 'true', created: 'true' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(email);
  });
});

async function codeOf(url: string, login: string): Promise<{ code: string; state: string }> {
  const { code, state } = await provider.logIn(url, login);
  return { code, state };
}

describe('completeOauth returns the same 401', () => {
  it('for a used state, also with a good code', async () => {
    const { login } = person();
    const { authorization_url: url } = await begin(gateway.anonymous);
    const answer = await codeOf(url, login);
    expect((await complete(gateway.anonymous, answer)).response.status).toBe(200);
    const other = await codeOf((await begin(gateway.anonymous)).authorization_url, login);
    expect(outcome(await complete(gateway.anonymous, answer))).toEqual(REFUSED);
    expect(outcome(await complete(gateway.anonymous, { ...other, state: answer.state }))).toEqual(REFUSED);
  });

  it('for all but one of parallel requests with one state', async () => {
    const { login } = person();
    const answer = await codeOf((await begin(gateway.anonymous)).authorization_url, login);
    const replies = await Promise.all(Array.from({ length: 5 }, () => complete(gateway.anonymous, answer)));
    expect(replies.map(({ response }) => response.status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  it('for a made-up state, and for the code of another login', async () => {
    const { login } = person();
    const mine = await begin(gateway.anonymous);
    const answer = await codeOf((await begin(gateway.anonymous)).authorization_url, login);
    const made = await complete(gateway.anonymous, { ...answer, state: 'x'.repeat(43) });
    // Code and state of two logins: the verifier does not fit.
    const mixed = await complete(gateway.anonymous, { ...answer, state: mine.state });
    expect([outcome(made), outcome(mixed)]).toEqual([REFUSED, REFUSED]);
  });

  it('for a made-up code, and for one that has expired at the provider', async () => {
    const brief = await startProvider({ codeSeconds: 1 });
    const own = await startGateway({ ...brief.settings, LOG_LEVEL: 'silent' });
    brief.people.set('ada', { email: 'ada@example.org', email_verified: true });
    const { code, state } = await brief.logIn((await begin(own.anonymous)).authorization_url, 'ada');
    await sleep(2_500);
    expect(outcome(await complete(own.anonymous, { code, state }))).toEqual(REFUSED);
    const made = await begin(own.anonymous);
    expect(outcome(await complete(own.anonymous, { code: 'made-up', state: made.state }))).toEqual(REFUSED);
    await Promise.all([own.close(), brief.close()]);
  });

  it('for a login that was begun more than ten minutes ago', async () => {
    const { login } = person();
    const answer = await codeOf((await begin(gateway.anonymous)).authorization_url, login);
    await gateway.database.database.kysely
      .updateTable('oauth_authorizations')
      .set({ expires_at: new Date(Date.now() - 1) })
      .execute();
    expect(outcome(await complete(gateway.anonymous, answer))).toEqual(REFUSED);
  });

  it('for the answer of another issuer', async () => {
    const { login } = person();
    const answer = await codeOf((await begin(gateway.anonymous)).authorization_url, login);
    expect(outcome(await complete(gateway.anonymous, { ...answer, iss: 'https://evil.example' }))).toEqual(
      REFUSED,
    );
  });
});

describe('completeOauth with a provider that sends false answers', () => {
  let faulty: FaultyProvider;
  let own: TestGateway;
  beforeAll(async () => {
    faulty = await startFaultyProvider();
    own = await startGateway({
      ...faulty.settings,
      OAUTH_GOOGLE_ISSUER: faulty.issuer,
      OAUTH_GOOGLE_CLIENT_ID: 'voiceassist',
      OAUTH_GOOGLE_CLIENT_SECRET: 'x',
      LOG_LEVEL: 'silent',
    });
  });
  afterAll(() => Promise.all([own.close(), faulty.close()]));

  /** A login whose token has the right nonce and the given faults. */
  async function attempt(faults: FaultyProvider['faults']) {
    const { authorization_url: url, state } = await begin(own.anonymous);
    const nonce = new URL(url).searchParams.get('nonce');
    faulty.faults = { ...faults, claims: { nonce, ...faults.claims } };
    const reply = await complete(own.anonymous, { code: 'x', state });
    faulty.faults = {};
    return outcome(reply);
  }

  it('returns 200 when the answers are correct', async () => {
    expect(await attempt({})).toEqual([200, undefined]);
  });

  it('returns 401 for a wrong nonce, and 502 for a missing one', async () => {
    expect(await attempt({ claims: { nonce: 'of another login' } })).toEqual(REFUSED);
    expect(await attempt({ claims: { nonce: undefined } })).toEqual([502, 'upstream_error']);
  });

  it('returns 502 for a token that is forged, expired, of another issuer, for another client, or without an email address', async () => {
    const defects: readonly FaultyProvider['faults'][] = [
      { forged: true },
      { claims: { aud: 'another-client' } },
      { claims: { iss: 'https://elsewhere.example' } },
      { claims: { exp: Math.floor(Date.now() / 1000) - 3_600 } },
      { claims: { email: 'no address\u0000', email_verified: true, sub: randomUUID() } },
      { token: (res) => sendJson(res, { access_token: 'x', token_type: 'Bearer' }) },
      { token: (res) => sendJson(res, { error: 'invalid_client' }, 401) },
      { token: (res) => sendJson(res, { error: 'server_error' }, 500) },
      { token: (res) => void res.writeHead(200).end('<html>') },
    ];
    for (const [index, faults] of defects.entries())
      expect([index, ...(await attempt(faults))]).toEqual([index, 502, 'upstream_error']);
  });

  it('returns 504 when the token endpoint does not answer, and 503 when it closes the connection', async () => {
    expect(await attempt({ token: () => undefined })).toEqual([504, 'upstream_timeout']);
    expect(await attempt({ token: (res) => void res.destroy() })).toEqual([503, 'dependency_unavailable']);
  });

  it('returns 401 for the state of another provider', async () => {
    const { state } = await begin(own.anonymous, 'google');
    expect(outcome(await complete(own.anonymous, { code: 'x', state }))).toEqual(REFUSED);
  });
});
