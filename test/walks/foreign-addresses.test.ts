import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { addPerson, logInAtHospital, startProvider, type TestProvider } from '#test/support/oidc.ts';

let provider: TestProvider;
let gateway: TestGateway;
beforeAll(async () => {
  provider = await startProvider();
  gateway = await startGateway({ ...provider.settings, LOG_LEVEL: 'silent' });
});
afterAll(() => Promise.all([gateway.close(), provider.close()]));

const arrive = (email: string, name = 'Ada Lind') =>
  logInAtHospital(provider, addPerson(provider, { email, name }).login, gateway.anonymous);
const outcome = ({ error, response }: { error?: { code: string }; response: Response }) => [
  response.status,
  error?.code,
];
const me = (token: string | undefined) => gateway.client(token ?? '').GET('/api/auth/me');

describe('an address from a provider', () => {
  it.each([
    ['the Kelvin sign', 'k', '\u212a'],
    ['a long s', 's', '\u017f'],
    ['a fullwidth letter', 'k', '\uff2b'],
    ['a dotted capital I', 'i', '\u0130'],
  ])('opens no account whose address it resembles through %s', async (_what, plain, lookalike) => {
    const rest = `-${randomUUID()}@example.org`;
    expect((await arrive(`${plain}im${rest}`)).data?.account).toBe('created');
    expect(outcome(await arrive(`${lookalike}im${rest}`))).toEqual([502, 'upstream_error']);
    expect((await arrive(`${plain.toUpperCase()}IM${rest}`)).data?.account).toBe('linked');
  });

  it.each([
    'x@ex\u00e4mple.org',
    '"x"@example.org',
    'x(y)@example.org',
    'x\ud800@example.org',
    'a..b@example.org',
    'x@localhost',
    ` ${'x'.repeat(3)}@example.org`,
    `${'x'.repeat(65)}@example.org`,
  ])('returns 502 when the contract permits none like %j, and makes no account', async (email) => {
    expect(outcome(await arrive(email))).toEqual([502, 'upstream_error']);
  });

  it('proves nothing of an own address that it only resembles', async () => {
    const tail = `im-${randomUUID()}@example.org`;
    const password = 'correct horse battery staple';
    const { data } = await gateway.anonymous.POST('/api/auth/register', {
      body: { email: `k${tail}`, password },
    });
    const { login } = addPerson(provider, { email: `\u212a${tail}` });
    const own = gateway.client(data?.access_token ?? '');
    expect((await logInAtHospital(provider, login, own, password)).data?.account).toBe('linked');
    const row = await gateway.database.database.kysely
      .selectFrom('users')
      .select('users.email_verified')
      .where('users.id', '=', data?.user.id ?? '')
      .executeTakeFirst();
    expect(row?.email_verified).toBe(false);
  });

  it('comes with a name that the contract permits, or with none', async () => {
    for (const name of ['Ada\ud800', '\ufdd0', 'Ada\u0085Lind', '\u200b']) {
      const { data } = await arrive(`${randomUUID()}@example.org`, name);
      const { data: user, response } = await me(data?.access_token);
      expect([response.status, user?.full_name]).toEqual([200, name.includes('Lind') ? 'Ada Lind' : null]);
    }
  });
});

describe('an address of the domain of released addresses', () => {
  const kept = () => `${randomUUID()}@Released.INVALID`;
  const password = 'correct horse battery staple';

  it('returns 422 at the registration and for a change of the address', async () => {
    const registered = await gateway.anonymous.POST('/api/auth/register', {
      body: { email: kept(), password },
    });
    const user = await gateway.user();
    const changed = await user.api.PUT('/api/users/me', {
      body: { full_name: null, email: kept(), current_password: password },
    });
    for (const { error, response } of [registered, changed])
      expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/email']);
  });

  it('returns 502 from a provider', async () => {
    expect(outcome(await arrive(kept()))).toEqual([502, 'upstream_error']);
  });

  it('stays with the account that has it when its name changes', async () => {
    const settled = await gateway.user();
    const { login } = addPerson(provider, { email: `${randomUUID()}@example.org` });
    await logInAtHospital(provider, login, settled.api, settled.password);
    expect((await arrive(settled.email)).data?.account).toBe('created');
    const { data: user } = await settled.api.GET('/api/users/me');
    const email = user?.email ?? '';
    expect(email).toContain('@released.invalid');
    const renamed = await settled.api.PUT('/api/users/me', { body: { full_name: 'Ada', email } });
    expect([renamed.response.status, renamed.data?.full_name]).toEqual([200, 'Ada']);
  });
});

describe('a login that its account has dropped', () => {
  it('returns 409 with another address as well, until the owner links it again', async () => {
    const user = await gateway.user();
    const { login } = addPerson(provider);
    expect((await logInAtHospital(provider, login, user.api, user.password)).data?.account).toBe('linked');
    const change = await user.api.POST('/api/users/me/change-password', {
      body: {
        current_password: user.password,
        new_password: 'four unrelated words of mine',
        unlink_providers: ['hospital'],
      },
    });
    expect(change.response.status).toBe(200);
    for (const email of [undefined, `${randomUUID()}@example.org`]) {
      if (email !== undefined) provider.people.set(login, { email, email_verified: true });
      expect(outcome(await logInAtHospital(provider, login, gateway.anonymous))).toEqual([409, 'conflict']);
    }
    const again = await logInAtHospital(provider, login, user.api, 'four unrelated words of mine');
    expect(again.data?.account).toBe('linked');
    const alone = await logInAtHospital(provider, login, gateway.anonymous);
    expect([alone.data?.account, (await me(alone.data?.access_token)).data?.id]).toEqual([
      'known',
      user.userId,
    ]);
  });

  it('opens an account of its own when the account that dropped it is deleted', async () => {
    const user = await gateway.user();
    const { login } = addPerson(provider);
    await logInAtHospital(provider, login, user.api, user.password);
    const next = 'four unrelated words of mine';
    await user.api.POST('/api/users/me/change-password', {
      body: { current_password: user.password, new_password: next, unlink_providers: ['hospital'] },
    });
    await user.api.DELETE('/api/users/me', { body: { password: next } });
    expect((await logInAtHospital(provider, login, gateway.anonymous)).data?.account).toBe('created');
  });
});
