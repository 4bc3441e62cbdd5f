import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '#test/support/audit.ts';
import { type Member, startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';
import {
  addPerson,
  answerOfProvider,
  completeAtHospital,
  logInAtHospital,
  startProvider,
  type TestProvider,
} from '#test/support/oidc.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const NEXT = 'four unrelated words of mine';
const change = (member: Member, current_password: string, new_password: string) =>
  member.api.POST('/api/users/me/change-password', { body: { current_password, new_password } });
const login = (email: string, password: string) =>
  gateway.anonymous.POST('/api/auth/login', { body: { email, password } });

describe('changeMyPassword', () => {
  it('returns 200, accepts the new password, and refuses the old one', async () => {
    const user = await gateway.user();
    const { data, response } = await change(user, user.password, NEXT);
    expect([response.status, data]).toEqual([200, { linked_identities: [] }]);
    expect((await login(user.email, NEXT)).response.status).toBe(200);
    expect((await login(user.email, user.password)).response.status).toBe(401);
  });

  it('ends every other session at once and keeps the current one', async () => {
    const user = await gateway.user();
    const other = await login(user.email, user.password);
    const elsewhere = gateway.client(other.data?.access_token ?? '');
    expect((await elsewhere.GET('/api/auth/me')).response.status).toBe(200);
    await change(user, user.password, NEXT);
    expect((await elsewhere.GET('/api/auth/me')).response.status).toBe(401);
    const refresh = await gateway.anonymous.POST('/api/auth/refresh', {
      body: { refresh_token: other.data?.refresh_token ?? '' },
    });
    expect(refresh.response.status).toBe(401);
    expect((await user.api.GET('/api/auth/me')).response.status).toBe(200);
  });

  it('returns 422 without the current password', async () => {
    const user = await gateway.user();
    const { error, response } = await user.api.POST('/api/users/me/change-password', {
      body: { new_password: NEXT },
    });
    expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/current_password']);
  });

  it('returns 422 for a wrong current password and for an unchanged one, and repeats neither', async () => {
    const user = await gateway.user();
    const wrong = await change(user, 'ZX81 is not it', NEXT);
    const same = await change(user, user.password, user.password);
    expect([wrong.response.status, wrong.error?.errors?.[0]?.path]).toEqual([422, '/current_password']);
    expect([same.response.status, same.error?.errors?.[0]?.path]).toEqual([422, '/new_password']);
    expect(JSON.stringify(wrong.error)).not.toContain('ZX81');
  });

  it('returns 422 for a password that is easy to guess', async () => {
    const user = await gateway.user();
    for (const easy of ['password1234', 'qwertyuiop12', 'aaaaaaaaaaaaaaaa', `${user.email}`]) {
      const { error, response } = await change(user, user.password, easy);
      expect([easy, response.status, error?.code]).toEqual([easy, 422, 'weak_password']);
    }
  });
});

describe('changeMyPassword of an account with logins at providers', () => {
  let provider: TestProvider;
  let own: TestGateway;
  beforeAll(async () => {
    provider = await startProvider();
    own = await startGateway({ ...provider.settings, LOG_LEVEL: 'silent' });
  });
  afterAll(() => Promise.all([own.close(), provider.close()]));

  const linkedUser = async () => {
    const user = await own.user();
    const { login } = addPerson(provider);
    await logInAtHospital(provider, login, user.api, user.password);
    return { user, login };
  };
  const idOf = async (token: string | undefined) =>
    (await own.client(token ?? '').GET('/api/auth/me')).data?.id;

  it('names the linked providers and keeps them', async () => {
    const { user, login } = await linkedUser();
    const { data } = await change(user, user.password, NEXT);
    const [identity] = data?.linked_identities ?? [];
    expect(identity?.provider).toBe('hospital');
    expect(Date.now() - Date.parse(identity?.linked_at ?? '')).toBeLessThan(60_000);
    const again = await logInAtHospital(provider, login, own.anonymous);
    expect(await idOf(again.data?.access_token)).toBe(user.userId);
  });

  it('drops the logins of the named providers, whose sessions end, and the trail tells both', async () => {
    const { user, login } = await linkedUser();
    const elsewhere = await logInAtHospital(provider, login, own.anonymous);
    expect(await idOf(elsewhere.data?.access_token)).toBe(user.userId);
    const { data, response } = await user.api.POST('/api/users/me/change-password', {
      body: { current_password: user.password, new_password: NEXT, unlink_providers: ['hospital', 'google'] },
    });
    expect(data).toEqual({ linked_identities: [] });
    expect(await idOf(elsewhere.data?.access_token)).toBe(undefined);
    const again = await logInAtHospital(provider, login, own.anonymous);
    expect([again.response.status, again.error?.code]).toEqual([409, 'conflict']);
    const entries = await entriesOf(own.database.database, response.headers.get('x-request-id') ?? '');
    expect(entries).toMatchObject([
      {
        action: 'user.change_password',
        outcome: 'succeeded',
        object_id: user.userId,
        details: { linked: '', unlinked: 'hospital' },
      },
    ]);
  });

  it('lets nobody log in by a link that is dropped at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const { user, login } = await linkedUser();
      const answer = await answerOfProvider(provider, login, own.anonymous);
      const [, raced] = await Promise.all([
        user.api.POST('/api/users/me/change-password', {
          body: { current_password: user.password, new_password: NEXT, unlink_providers: ['hospital'] },
        }),
        completeAtHospital(own.anonymous, answer),
      ]);
      expect(await idOf(raced.data?.access_token)).not.toBe(user.userId);
      expect((await user.api.GET('/api/auth/me')).response.status).toBe(200);
    }
  });

  it('sets the first password of an account only within ten minutes of a login at its provider', async () => {
    const { login, email } = addPerson(provider);
    const { data } = await logInAtHospital(provider, login, own.anonymous);
    const api = own.client(data?.access_token ?? '');
    const id = await idOf(data?.access_token);
    const first = () => api.POST('/api/users/me/change-password', { body: { new_password: NEXT } });
    const age = (minutes: number) =>
      sql`update session_families set created_at = now() - ${minutes} * interval '1 minute'
        where user_id = ${id}`.execute(own.database.database.kysely);
    await age(11);
    expect((await first()).error?.errors?.[0]?.rule).toBe('fresh_login');
    await age(1);
    expect((await first()).response.status).toBe(200);
    const { response } = await own.anonymous.POST('/api/auth/login', { body: { email, password: NEXT } });
    expect(response.status).toBe(200);
  });
});
