import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '#test/support/audit.ts';
import { branchAt, createConversation, messageIn } from '#test/support/conversations.ts';
import {
  type Member,
  startGateway,
  startReplica,
  type TestGateway,
  theGateway,
} from '#test/support/gateway.ts';
import { forgetReply } from '#test/support/keys.ts';
import { readShare, revoke, share, sharedTexts, shareRequest, sharesOf } from '#test/support/shares.ts';

let gateway: TestGateway;
let user: Member;
let id: string;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  id = await createConversation(user);
  await messageIn(user, id, { content: 'One' });
});

const HOUR_MS = 3_600_000;
const rowOf = (linkId: string) =>
  gateway.database.database.kysely
    .selectFrom('share_links')
    .selectAll()
    .where('share_links.id', '=', linkId)
    .executeTakeFirstOrThrow();

describe('createShareLink', () => {
  it('returns 201 with an open link for a day, its token and the location for its revocation', async () => {
    const { data, response } = await shareRequest(user, id);
    expect(response.status).toBe(201);
    expect(data).toMatchObject({ branch_id: 'main', password_protected: false, allow_anonymous: true });
    expect(Date.parse(data?.expires_at ?? '') - Date.parse(data?.created_at ?? '')).toBe(24 * HOUR_MS);
    expect(data?.share_token).toMatch(/^[\w-]{43}$/);
    expect(response.headers.get('location')).toBe(`/api/sessions/${id}/share/${data?.id}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await readShare(gateway, data?.share_token ?? '')).response.status).toBe(200);
  });

  it('accepts a password, an account requirement and a life of up to a year', async () => {
    const made = await share(user, id, {
      expires_in_hours: 8_760,
      password: 'plum-kettle-47',
      allow_anonymous: false,
    });
    expect([made.password_protected, made.allow_anonymous]).toEqual([true, false]);
    expect(Date.parse(made.expires_at) - Date.parse(made.created_at)).toBe(8_760 * HOUR_MS);
  });

  it('stores hashes of token and password, and issues different tokens', async () => {
    const password = 'plum-kettle-47';
    const made = await share(user, id, { password });
    const row = await rowOf(made.id);
    expect(row.token_hash).toEqual(createHash('sha256').update(made.share_token).digest());
    expect(row.password_hash).toMatch(/^\$argon2id\$/);
    const text = JSON.stringify(row);
    expect([text.includes(made.share_token), text.includes(password)]).toEqual([false, false]);
    expect((await share(user, id)).share_token).not.toBe(made.share_token);
  });

  it('shares a branch with the messages before its fork, also for an id in capitals', async () => {
    const own = await createConversation(user);
    const fork = await messageIn(user, own, { content: 'Before' });
    await messageIn(user, own, { content: 'On main' });
    const branch = await branchAt(user, own, fork.id);
    await messageIn(user, own, { content: 'Aside', branch_id: branch.id });
    const made = await share(user, own, { branch_id: branch.id.toUpperCase() });
    expect(made.branch_id).toBe(branch.id);
    expect(await sharedTexts(gateway, made.share_token)).toEqual(['Before', 'Aside']);
  });

  it('returns the same token to retries with one key, and makes one link for parallel ones', async () => {
    const own = await createConversation(user);
    const key = randomUUID();
    const body = { password: 'plum-kettle-47' };
    const replies = await Promise.all(Array.from({ length: 4 }, () => shareRequest(user, own, body, key)));
    expect(new Set(replies.map(({ data }) => data?.share_token)).size).toBe(1);
    const marks = replies.map(({ response }) => response.headers.get('idempotent-replayed'));
    expect(marks.filter((mark) => mark === 'true')).toHaveLength(3);
    expect((await sharesOf(user, own)).data?.items).toHaveLength(1);
    const other = await shareRequest(user, own, {}, key);
    expect([other.response.status, other.error?.code]).toEqual([409, 'idempotency_key_reused']);
  });

  it('makes one link when the process died before it stored its reply, and the last token is valid', async () => {
    const own = await createConversation(user);
    await messageIn(user, own, { content: 'Shared' });
    const key = randomUUID();
    const tokens: string[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const { data } = await shareRequest(user, own, {}, key);
      tokens.push(data?.share_token ?? '');
      await forgetReply(gateway.database.database, key);
    }
    const statuses = [];
    for (const token of tokens) statuses.push((await readShare(gateway, token)).response.status);
    expect(statuses).toEqual([404, 404, 200]);
    expect((await sharesOf(user, own)).data?.items).toHaveLength(1);
  });

  it('returns 409 above 50 live links, also under parallel requests, until one is revoked', async () => {
    const own = await createConversation(user);
    const replies = await Promise.all(Array.from({ length: 54 }, () => shareRequest(user, own)));
    expect(replies.filter(({ response }) => response.status === 201)).toHaveLength(50);
    expect(new Set(replies.map(({ error }) => error?.code))).toEqual(new Set([undefined, 'conflict']));
    const [first] = (await sharesOf(user, own)).data?.items ?? [];
    await revoke(user, own, first?.id ?? '');
    expect((await shareRequest(user, own)).response.status).toBe(201);
  });

  it('returns 404 for an unknown or foreign branch or conversation', async () => {
    const foreign = await messageIn(user, id, { content: 'Fork' });
    const branch = await branchAt(user, id, foreign.id);
    const own = await createConversation(user);
    const outcomes = await Promise.all([
      shareRequest(user, own, { branch_id: randomUUID() }),
      shareRequest(user, own, { branch_id: branch.id }),
      shareRequest(user, randomUUID()),
      shareRequest(await gateway.user(), own, { password: 'plum-kettle-47' }),
    ]);
    expect(outcomes.map(({ response, error }) => [response.status, error?.detail])).toEqual(
      Array(4).fill([404, outcomes[0]?.error?.detail]),
    );
    expect((await sharesOf(user, own)).data?.items).toEqual([]);
  });

  it.each([
    ['expires_in_hours', 0],
    ['expires_in_hours', 8_761],
    ['password', 'short'],
    ['password', 'nicht in ASCII: ä'],
    ['password', ' blank at its end '],
    ['branch_id', 'side'],
    ['surplus', 1],
  ])('returns 422 with the path of %s when it is %j', async (name, value) => {
    const { error, response } = await shareRequest(user, id, { [name]: value } as never);
    expect(response.status).toBe(422);
    expect(error?.errors?.[0]).toMatchObject({ in: 'body', path: `/${name}` });
    expect(JSON.stringify(error)).not.toContain('nicht');
  });

  it('writes the id of the link into the audit trail, and neither token nor password', async () => {
    const requestId = randomUUID();
    const { data } = await user.api.POST('/api/sessions/{session_id}/share', {
      params: { path: { session_id: id } },
      headers: { 'x-request-id': requestId },
      body: { password: 'plum-kettle-47' } as never,
    });
    const entries = await entriesOf(gateway.database.database, requestId);
    expect(entries).toMatchObject([
      {
        action: 'share.create',
        outcome: 'succeeded',
        actor_id: user.userId,
        object_type: 'share',
        object_id: data?.id,
        details: { conversation_id: id },
      },
    ]);
    const text = JSON.stringify(entries);
    expect([text.includes(data?.share_token ?? '?'), text.includes('plum')]).toEqual([false, false]);
  });
});

describe('the address of a share link', () => {
  let own: TestGateway;
  beforeAll(async () => {
    own = await startGateway({ PUBLIC_URL: 'https://api.example/' });
  });
  afterAll(() => own.close());

  it('points to the web application, or to the gateway when no address of one is set', async () => {
    const member = await own.user();
    const conversation = await createConversation(member);
    const front = await startReplica(own, { FRONTEND_URL: 'https://app.example/ward/' });
    const there = { ...member, api: front.client(member.accessToken) };
    const [gatewayLink, frontLink] = [await share(member, conversation), await share(there, conversation)];
    expect(gatewayLink.share_url).toBe(`https://api.example/api/shared/${gatewayLink.share_token}`);
    expect(frontLink.share_url).toBe(`https://app.example/ward/shared/${frontLink.share_token}`);
    await front.close();
  });
});
