import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import {
  type Callers,
  type Member,
  startGateway,
  startReplica,
  type TestGateway,
} from '#test/support/gateway.ts';
import {
  addPerson,
  answerOfProvider,
  completeAtHospital,
  startProvider,
  type TestProvider,
} from '#test/support/oidc.ts';
import { withTokenFor } from '#test/support/old-tokens.ts';
import { redisSettings, replicasAreProcesses, startReplicas } from '#test/support/replicas.ts';
import { readShare, share, shareRequest, sharesOf } from '#test/support/shares.ts';
import type { TestDatabase } from '#test/support/test-database.ts';

const BEHIND_MS = -15_000;
const AHEAD_MS = 3_600_000;

/** Makes a process believe in another time. */
const skewed = (ms: number): Record<string, string> => {
  const script = `const D = Date; const s = ${ms}; globalThis.Date = class extends D {
    constructor(...a) { super(...(a.length === 0 ? [D.now() + s] : a)); } static now() { return D.now() + s; } };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

/** One replica with the right time, and two with a wrong one: processes on a server, else applications. */
interface Skewed {
  readonly right: Callers;
  readonly behind: Callers;
  readonly ahead: Callers;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

async function startSkewed(settings: Record<string, string>): Promise<Skewed> {
  if (replicasAreProcesses) {
    const replicas = await startReplicas([{}, skewed(BEHIND_MS), skewed(AHEAD_MS)], settings);
    const [right, behind, ahead] = replicas.all.map(({ calls }) => calls) as [Callers, Callers, Callers];
    return { right, behind, ahead, database: replicas.database, close: replicas.close };
  }
  const right: TestGateway = await startGateway(settings);
  const [behind, ahead] = await Promise.all(
    [BEHIND_MS, AHEAD_MS].map((ms) =>
      startReplica(right, settings, { clock: { now: () => new Date(Date.now() + ms) } }),
    ),
  );
  if (behind === undefined || ahead === undefined) throw new Error('a replica is missing');
  const close = async () => {
    for (const one of [ahead, behind, right]) await one.close();
  };
  return { right, behind, ahead, database: right.database, close };
}

let provider: TestProvider;
let at: Skewed;
beforeAll(async () => {
  provider = await startProvider();
  const settings = { ...provider.settings, ...redisSettings, RATE_LIMITS: 'on', TRUST_PROXY: '1' };
  at = await startSkewed(settings);
}, 180_000);
afterAll(async () => {
  await at.close();
  await provider.close();
});

const all = () => [at.right, at.behind, at.ahead];
const kysely = () => at.database.database.kysely;
const me = async (replica: Callers, token: string) =>
  (await replica.client(token).GET('/api/auth/me')).response.status;
const statuses = (work: (replica: Callers) => Promise<number>) => Promise.all(all().map(work));

let host = 0;
/** Each call comes from another network, since rates are counted here. */
const from = () => ({ headers: { 'x-forwarded-for': `10.7.${(host >> 8) & 0xff}.${host++ & 0xff}` } });
const refresh = (replica: Callers, token: string) =>
  replica.anonymous.POST('/api/auth/refresh', { body: { refresh_token: token }, ...from() });

async function newMember(replica: Callers): Promise<Member> {
  const [email, password] = [`${randomUUID()}@example.org`, 'correct horse battery staple'];
  const { data } = await replica.anonymous.POST('/api/auth/register', {
    body: { email, password },
    ...from(),
  });
  if (data === undefined) throw new Error('the registration failed');
  const { access_token: accessToken, refresh_token: refreshToken } = data;
  return {
    userId: data.user.id,
    email,
    password,
    accessToken,
    refreshToken,
    api: replica.client(accessToken),
  };
}

describe('replicas whose clocks differ', () => {
  it('accept the sessions that each other opens or renews', async () => {
    for (const replica of all()) {
      const member = await newMember(replica);
      expect(await statuses((other) => me(other, member.accessToken))).toEqual([200, 200, 200]);
      const { data } = await refresh(replica, member.refreshToken);
      expect(await statuses((other) => me(other, data?.access_token ?? ''))).toEqual([200, 200, 200]);
    }
  });

  it('keep the grace of ten seconds for parallel tabs, whichever of them rotates', async () => {
    for (const first of all()) {
      for (const second of all()) {
        const { refreshToken } = await newMember(first);
        const rotated = await refresh(first, refreshToken);
        const again = await refresh(second, refreshToken);
        expect([again.response.status, again.data?.refresh_token]).toEqual([
          200,
          rotated.data?.refresh_token,
        ]);
      }
    }
  });

  it('take a token for stolen after ten seconds, whichever of them rotated it', async () => {
    for (const first of all()) {
      for (const second of all()) {
        const member = await newMember(first);
        const next = await refresh(first, member.refreshToken);
        await sql`update refresh_tokens set rotated_at = rotated_at - interval '11 seconds' where family_id in
          (select id from session_families where user_id = ${member.userId})`.execute(kysely());
        expect((await refresh(second, member.refreshToken)).response.status).toBe(401);
        expect((await refresh(first, next.data?.refresh_token ?? '')).response.status).toBe(401);
      }
    }
  });

  it('agree on the expiry of a refresh token', async () => {
    for (const [leftSeconds, status] of [
      [600, 200],
      [-5, 401],
    ] as const) {
      for (const replica of all()) {
        const member = await newMember(at.right);
        await sql`update refresh_tokens set expires_at = now() + ${leftSeconds} * interval '1 second' where family_id in
          (select id from session_families where user_id = ${member.userId})`.execute(kysely());
        expect((await refresh(replica, member.refreshToken)).response.status).toBe(status);
      }
    }
  });

  it('agree on the expiry of an access token', async () => {
    const member = await newMember(at.right);
    const [alive, over] = [await withTokenFor(member, 300), await withTokenFor(member, -2)];
    expect(await statuses((replica) => me(replica, alive.accessToken))).toEqual([200, 200, 200]);
    expect(await statuses((replica) => me(replica, over.accessToken))).toEqual([401, 401, 401]);
  });

  it('agree on the ten minutes of a login at a provider', async () => {
    const { login } = addPerson(provider);
    const early = await answerOfProvider(provider, login, at.behind.anonymous);
    const late = await answerOfProvider(provider, login, at.ahead.anonymous);
    expect((await completeAtHospital(at.right.anonymous, early)).response.status).toBe(200);
    const expired = sql`update oauth_authorizations set expires_at = expires_at - interval '605 seconds'`;
    await expired.execute(kysely());
    expect((await completeAtHospital(at.behind.anonymous, late)).response.status).toBe(401);
  });

  it('agree on the expiry of a share link', async () => {
    for (const replica of all()) {
      const member = await newMember(replica);
      const id = await createConversation(member, 'Ward round');
      const { share_token: token, id: linkId } = await share(member, id, { expires_in_hours: 1 });
      expect(await statuses(async (other) => (await readShare(other, token)).response.status)).toEqual([
        200, 200, 200,
      ]);
      await sql`update share_links set expires_at = now() - interval '2 seconds' where id = ${linkId}`.execute(
        kysely(),
      );
      expect(await statuses(async (other) => (await readShare(other, token)).response.status)).toEqual([
        404, 404, 404,
      ]);
    }
  });

  it('do the work for an Idempotency-Key once, however far ahead one of them is', async () => {
    const member = await newMember(at.right);
    const id = await createConversation(member, 'Ward round');
    const key = randomUUID();
    const send = (replica: Callers) =>
      shareRequest(
        { ...member, api: replica.client(member.accessToken) },
        id,
        { password: 'plum-kettle-47' },
        key,
      );
    const replies = await Promise.all([...all(), ...all()].map(send));
    expect(new Set(replies.map(({ data }) => data?.share_token)).size).toBe(1);
    expect((await sharesOf(member, id)).data?.items).toHaveLength(1);
  });

  it('make a caller wait equally long for wrong passwords', async () => {
    for (const first of all()) {
      const { email } = await newMember(at.right);
      const caller = from();
      const attempt = (replica: Callers) =>
        replica.anonymous.POST('/api/auth/login', { body: { email, password: 'wrong' }, ...caller });
      for (let n = 0; n < 5; n++) expect((await attempt(first)).response.status).toBe(401);
      for (const replica of all()) {
        const { response } = await attempt(replica);
        const wait = Number(response.headers.get('retry-after'));
        expect([response.status, wait > 0 && wait <= 30]).toEqual([429, true]);
      }
    }
  });
});
