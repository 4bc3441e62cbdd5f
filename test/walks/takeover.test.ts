import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '#test/support/audit.ts';
import { createConversation, messageIn } from '#test/support/conversations.ts';
import { type Member, startGateway, startReplica, type TestGateway } from '#test/support/gateway.ts';
import {
  addPerson,
  answerOfProvider,
  completeAtHospital,
  logInAtHospital,
  startProvider,
  type TestProvider,
} from '#test/support/oidc.ts';
import { readShare, share, shareRequest } from '#test/support/shares.ts';

const redis = process.env.TEST_REDIS_URL;
/** After this time, each replica must know a change. */
const SECOND = 1_000;

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

const kysely = () => first.database.database.kysely;
const me = (at: TestGateway, token: string | undefined) => at.client(token ?? '').GET('/api/auth/me');
const refresh = (at: TestGateway, token: string) =>
  at.anonymous.POST('/api/auth/refresh', { body: { refresh_token: token } });
const logIn = (at: TestGateway, { email, password }: Pick<Member, 'email' | 'password'>) =>
  at.anonymous.POST('/api/auth/login', { body: { email, password } });
/** The owner of the address comes by the provider for the first time. */
const arrive = (email: string, at: TestGateway = first) =>
  logInAtHospital(provider, addPerson(provider, { email }).login, at.anonymous);

const RELEASED = /^[0-9a-f-]{36}@released\.invalid$/;

describe('the owner of an address that somebody registered without proof', () => {
  it('gets the account with its content, and is told so', async () => {
    const registered = await first.user();
    const conversation = await createConversation(registered, 'Ward round');
    const { data, response } = await arrive(registered.email.toUpperCase());
    expect([response.status, data?.account]).toEqual([200, 'taken_over']);
    expect((await me(second, data?.access_token)).data?.id).toBe(registered.userId);
    const { data: list } = await second.client(data?.access_token ?? '').GET('/api/conversations');
    expect(list?.items.map(({ id }) => id)).toEqual([conversation]);
  });

  it('leaves whoever registered it no password, session, refresh token or share link, at any replica', async () => {
    const squatter = await first.user();
    const elsewhere = (await logIn(second, squatter)).data;
    const conversation = await createConversation(squatter, 'Planted');
    await messageIn(squatter, conversation, { content: 'One' });
    const { share_token: link } = await share(squatter, conversation);
    expect((await me(second, squatter.accessToken)).response.status).toBe(200);
    const { data } = await arrive(squatter.email);
    await sleep(SECOND);
    for (const at of [first, second]) {
      expect((await me(at, squatter.accessToken)).response.status).toBe(401);
      expect((await me(at, elsewhere?.access_token)).response.status).toBe(401);
      expect((await refresh(at, squatter.refreshToken)).response.status).toBe(401);
      expect((await refresh(at, elsewhere?.refresh_token ?? '')).response.status).toBe(401);
      expect((await logIn(at, squatter)).response.status).toBe(401);
      expect((await readShare(at, link)).response.status).toBe(404);
      expect((await me(at, data?.access_token)).response.status).toBe(200);
    }
  });

  it('can set a password of their own at once, and keeps the account', async () => {
    const squatter = await first.user();
    const { data } = await arrive(squatter.email);
    const owner = { email: squatter.email, password: 'four unrelated words of mine' };
    const change = await first.client(data?.access_token ?? '').POST('/api/users/me/change-password', {
      body: { new_password: owner.password },
    });
    expect(change.response.status).toBe(200);
    expect((await logIn(second, owner)).response.status).toBe(200);
    expect((await arrive(squatter.email, second)).data?.account).toBe('linked');
    expect((await logIn(second, owner)).response.status).toBe(200);
  });

  it('is told by the trail, without the address', async () => {
    const squatter = await first.user();
    const { response } = await arrive(squatter.email);
    const entries = await entriesOf(first.database.database, response.headers.get('x-request-id') ?? '');
    expect(entries).toMatchObject([
      {
        action: 'session.open_external',
        outcome: 'succeeded',
        actor_id: squatter.userId,
        details: { provider: 'hospital', linked: 'true', created: 'false', taken_over: 'true' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(squatter.email);
  });

  it('is one account for several logins that arrive at the same time at both', async () => {
    const { email, userId } = await first.user();
    const replies = await Promise.all([0, 1, 2, 3].map((n) => arrive(email, n % 2 ? first : second)));
    const ids = await Promise.all(
      replies.map(async ({ data }) => (await me(first, data?.access_token)).data?.id),
    );
    expect(ids).toEqual([userId, userId, userId, userId]);
    expect(replies.map(({ data }) => data?.account).sort()).toEqual([
      'linked',
      'linked',
      'linked',
      'taken_over',
    ]);
  });

  it('gets a new account, and the address, when the other account is linked to somebody else', async () => {
    const settled = await first.user();
    const { login } = addPerson(provider);
    const linked = await logInAtHospital(provider, login, settled.api, settled.password);
    expect(linked.data?.account).toBe('linked');
    const { data, response } = await arrive(settled.email);
    expect(data?.account).toBe('created');
    const owner = await me(first, data?.access_token);
    expect([owner.data?.email, owner.data?.id === settled.userId]).toEqual([settled.email, false]);
    // Who is known by a provider loses the address, and nothing else.
    const stays = await me(second, settled.accessToken);
    expect(stays.data?.id).toBe(settled.userId);
    expect(stays.data?.email).toMatch(RELEASED);
    expect((await logInAtHospital(provider, login, second.anonymous)).data?.account).toBe('known');
    expect((await logIn(first, settled)).response.status).toBe(401);
    const entries = await entriesOf(first.database.database, response.headers.get('x-request-id') ?? '');
    expect(entries).toMatchObject([{ details: { created: 'true', address_released_from: settled.userId } }]);
  });

  it('gets the address whatever else the other account holds by now', async () => {
    const squatter = await first.user();
    const { login } = addPerson(provider);
    await logInAtHospital(provider, login, squatter.api, squatter.password);
    // Taken before such addresses were kept back.
    const other = await first.user();
    await kysely()
      .updateTable('users')
      .set({ email_lower: `${squatter.userId}@released.invalid` })
      .where('users.id', '=', other.userId)
      .execute();
    expect((await arrive(squatter.email)).data?.account).toBe('created');
    expect((await me(second, squatter.accessToken)).data?.email).toMatch(RELEASED);
  });

  it('gets 409 for an account with a role, and 401 for a deactivated one', async () => {
    for (const role of ['viewer', 'admin'] as const) {
      const member = await first.user();
      await first.database.setRole(member.userId, role);
      const { error, response } = await arrive(member.email);
      expect([role, response.status, error?.code]).toEqual([role, 409, 'conflict']);
      expect((await logIn(second, member)).response.status).toBe(200);
    }
    const gone = await first.user();
    await kysely()
      .updateTable('users')
      .set({ is_active: false })
      .where('users.id', '=', gone.userId)
      .execute();
    expect((await arrive(gone.email)).response.status).toBe(401);
  });

  it('does not take over an account whose address was proved, whoever else the provider vouches for', async () => {
    const user = await first.user();
    const { login } = addPerson(provider, { email: user.email });
    await logInAtHospital(provider, login, user.api, user.password);
    expect((await arrive(user.email)).data?.account).toBe('linked');
    expect((await logIn(second, user)).response.status).toBe(200);
    expect((await me(second, user.accessToken)).response.status).toBe(200);
  });
});

describe('whoever registered the address, at the moment of the takeover', () => {
  /** Everything that could leave a way back, all at once. */
  const attempts = (squatter: Member, conversation: string, answer: { code: string; state: string }) => {
    const { email, password, refreshToken } = squatter;
    const other = second.client(squatter.accessToken);
    return [
      () => logIn(first, squatter),
      () => logIn(second, squatter),
      () => refresh(second, refreshToken),
      () => refresh(first, refreshToken),
      () => shareRequest(squatter, conversation),
      () => shareRequest({ ...squatter, api: other }, conversation),
      () => shareRequest({ ...squatter, api: other }, conversation, { password: 'plum-kettle-47' }),
      () => completeAtHospital(squatter.api, answer, password),
      () =>
        other.POST('/api/users/me/change-password', {
          body: { current_password: password, new_password: 'four unrelated words of mine' },
        }),
      () =>
        other.PUT('/api/users/me', {
          body: { full_name: 'Mine', email: `x-${email}`, current_password: password },
        }),
    ];
  };

  it('keeps nothing of it, whichever is first', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const squatter = await first.user();
      const conversation = await createConversation(squatter, 'Planted');
      const trojan = await answerOfProvider(provider, addPerson(provider).login, squatter.api);
      const { login } = addPerson(provider, { email: squatter.email });
      const answer = await answerOfProvider(provider, login, second.anonymous);
      const all = attempts(squatter, conversation, trojan);
      // The owner comes earlier or later among them from round to round.
      const at = round % (all.length + 1);
      const before = all.slice(0, at).map((attempt) => attempt());
      const arrived = completeAtHospital(second.anonymous, answer);
      await Promise.all([...before, ...all.slice(at).map((attempt) => attempt()), arrived]);
      const { data } = await arrived;
      const owner = (await me(first, data?.access_token)).data;
      expect(owner?.email).toBe(squatter.email);
      outcomes.add(data?.account ?? '');
      const { rows } = await sql<{
        sessions: number;
        links: number;
        password: boolean;
        logins: number;
      }>`select
        (select count(*)::int from session_families where user_id = ${owner?.id} and revoked_at is null) as sessions,
        (select count(*)::int from share_links join conversations on conversations.id = conversation_id
          where user_id = ${owner?.id} and revoked_at is null) as links,
        (select password_hash is not null from users where id = ${owner?.id}) as password,
        (select count(*)::int from external_identities where user_id = ${owner?.id}) as logins`.execute(
        kysely(),
      );
      expect(rows).toEqual([{ sessions: 1, links: 0, password: false, logins: 1 }]);
    }
    expect(outcomes).toContain('taken_over');
  });
});
