import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import { Passwords } from '#src/domain/accounts/passwords.ts';
import { Cursors } from '#src/domain/paging.ts';
import { deleteOldShareLinks } from '#src/domain/sharing/share-upkeep.ts';
import { SharedConversationService } from '#src/domain/sharing/shared-conversation-service.ts';
import { createLog } from '#src/platform/log.ts';
import { createSecrets } from '#src/platform/secrets.ts';
import { entriesOf } from '#test/support/audit.ts';
import {
  branchAt,
  branchPage,
  createConversation,
  deleteMessage,
  editMessage,
  messageIn,
} from '#test/support/conversations.ts';
import {
  type Member,
  startGateway,
  startReplica,
  type TestGateway,
  theGateway,
} from '#test/support/gateway.ts';
import { readShare, revoke, share, sharedTexts, sharesOf } from '#test/support/shares.ts';
import { optionalWork } from '#test/support/work.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const kysely = () => gateway.database.database.kysely;
const unknownToken = () => randomBytes(32).toString('base64url');

/** A conversation with these messages of its user. */
async function spoken(member: Member, ...contents: string[]): Promise<string> {
  const id = await createConversation(member, 'Chest tightness');
  for (const content of contents) await messageIn(member, id, { content });
  return id;
}

const accessesOf = (linkId: string) =>
  kysely()
    .selectFrom('share_accesses')
    .selectAll()
    .where('share_accesses.share_link_id', '=', linkId)
    .orderBy('share_accesses.number')
    .execute();

describe('getSharedConversation', () => {
  it('returns the current conversation to anybody with the link', async () => {
    const id = await spoken(user, 'One', 'Two');
    const { share_token: token, created_at, expires_at } = await share(user, id);
    const { data, response } = await readShare(gateway, token);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(data).toMatchObject({
      title: 'Chest tightness',
      share: { created_at, expires_at },
      messages: { total: 2, page_size: 20, next_cursor: null },
    });
    expect(data?.messages.items.map(({ role, content, citations }) => [role, content, citations])).toEqual([
      ['user', 'One', []],
      ['user', 'Two', []],
    ]);
  });

  it('shows edits, deletions, new messages and a new title made after the link', async () => {
    const id = await spoken(user, 'One', 'Two', 'Three');
    const { share_token: token } = await share(user, id);
    const { data } = await readShare(gateway, token);
    const [first, second] = data?.messages.items ?? [];
    await editMessage(user, id, first?.id ?? '', 'One, edited');
    await deleteMessage(user, id, second?.id ?? '');
    await messageIn(user, id, { content: 'Four' });
    await user.api.PATCH('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: id } },
      body: { title: 'Renamed' },
    });
    const after = (await readShare(gateway, token)).data;
    expect(after?.messages.items.map(({ content }) => content)).toEqual(['One, edited', 'Three', 'Four']);
    expect([after?.messages.total, after?.title]).toEqual([3, 'Renamed']);
    expect(JSON.stringify(after)).not.toContain('Two');
  });

  it("contains nothing of the owner and no system message, metadata or ids of the owner's side", async () => {
    const owner = await gateway.user();
    const id = await createConversation(owner, 'Case');
    const client_message_id = randomUUID();
    await messageIn(owner, id, { content: 'Shown', client_message_id, metadata: { bed: 'private-7' } });
    await messageIn(owner, id, { content: 'You are a private prompt', role: 'system' });
    await owner.api.PATCH('/api/conversations/{conversation_id}/settings', {
      params: { path: { conversation_id: id } },
      body: { system_prompt: 'private settings' },
    });
    const { share_token: token, id: linkId } = await share(owner, id);
    const reply = await gateway.fetch(`/api/shared/${token}`);
    const text = JSON.stringify([...reply.headers]) + (await reply.text());
    for (const secret of [
      owner.userId,
      owner.email,
      'Test Person',
      id,
      linkId,
      token,
      client_message_id,
      'rivate',
    ])
      expect(text).not.toContain(secret);
    const body = (await readShare(gateway, token)).data;
    expect(Object.keys(body ?? {}).sort()).toEqual(['created_at', 'messages', 'share', 'title']);
    expect(Object.keys(body?.messages.items[0] ?? {}).sort()).toEqual(
      ['citations', 'content', 'created_at', 'id', 'role'].sort(),
    );
  });

  it('omits system messages from pages and total, on every branch', async () => {
    const id = await createConversation(user);
    const contents: string[] = [];
    let fork = '';
    for (let n = 0; n < 9; n++) {
      const role = n % 3 === 0 ? 'system' : 'user';
      const message = await messageIn(user, id, { content: `M${n}`, role });
      if (role === 'user') contents.push(message.content);
      if (n === 4) fork = message.id;
    }
    const branch = await branchAt(user, id, fork);
    await messageIn(user, id, { content: 'B', branch_id: branch.id, role: 'system' });
    await messageIn(user, id, { content: 'C', branch_id: branch.id });
    const [main, side] = [await share(user, id), await share(user, id, { branch_id: branch.id })];
    const whole = (await readShare(gateway, main.share_token)).data;
    expect([await sharedTexts(gateway, main.share_token), whole?.messages.total]).toEqual([contents, 6]);
    const aside = (await readShare(gateway, side.share_token)).data?.messages;
    expect([aside?.items.map(({ content }) => content), aside?.total]).toEqual([['M1', 'M2', 'M4', 'C'], 4]);
    const second = await readShare(gateway, main.share_token, { query: { page: 2, page_size: 2 } });
    expect(second.data?.messages.items.map(({ content }) => content)).toEqual(['M4', 'M5']);
  });

  it('returns pages by cursor and by number', async () => {
    const id = await spoken(user, 'A', 'B', 'C', 'D', 'E');
    const { share_token: token } = await share(user, id);
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { page_size: 2, ...(cursor === undefined ? {} : { cursor }) };
      const { data } = await readShare(gateway, token, { query });
      texts.push(...(data?.messages.items ?? []).map(({ content }) => content));
      cursor = data?.messages.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(texts).toEqual(['A', 'B', 'C', 'D', 'E']);
    const last = await readShare(gateway, token, { query: { page: 3, page_size: 2 } });
    expect([last.data?.messages.page, last.data?.messages.items.map(({ content }) => content)]).toEqual([
      3,
      ['E'],
    ]);
  });

  it('shows the sources of an answer, and only their web addresses', async () => {
    const id = await spoken(user, 'Why?');
    const urls = ['https://guidelines.example/a', 'file:///srv/kb/a.pdf', 'no address', null];
    const citations = urls.map((url, index) => ({
      number: index + 1,
      title: `T${index}`,
      quote: 'kept',
      url,
    }));
    await kysely()
      .insertInto('messages')
      .values({
        id: randomUUID(),
        conversation_id: id,
        branch_id: 'main',
        role: 'assistant',
        content: 'Because [1].',
        metadata: JSON.stringify({ citations, document_path: 'kept' }),
        seq: 2,
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute();
    const { data } = await readShare(gateway, (await share(user, id)).share_token);
    expect(data?.messages.items[1]).toMatchObject({ role: 'assistant', content: 'Because [1].' });
    expect(data?.messages.items[1]?.citations).toEqual([
      { number: 1, title: 'T0', url: 'https://guidelines.example/a' },
      ...[1, 2, 3].map((n) => ({ number: n + 1, title: `T${n}`, url: null })),
    ]);
    expect(JSON.stringify(data)).not.toContain('kept');
  });
});

describe('getSharedConversation of a link that is not valid', () => {
  it('returns the same 404 for every reason and with every credential', async () => {
    const [owner, leaving] = [await gateway.user(), await gateway.user()];
    const made = async (member: Member, body = {}) => {
      const id = await spoken(member, 'One');
      return { id, link: await share(member, id, body) };
    };
    const [revoked, expired, deleted] = [await made(user), await made(user), await made(user)];
    const [inactive, left] = [await made(owner, { password: 'plum-kettle-47' }), await made(leaving)];
    await revoke(user, revoked.id, revoked.link.id);
    await kysely()
      .updateTable('share_links')
      .set({ expires_at: new Date() })
      .where('share_links.id', '=', expired.link.id)
      .execute();
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: deleted.id } },
    });
    await kysely().updateTable('users').set({ is_active: false }).where('id', '=', owner.userId).execute();
    await leaving.api.DELETE('/api/users/me', { body: { password: leaving.password } });
    const tokens = [revoked, expired, deleted, inactive, left].map(({ link }) => link.share_token);
    const answers: unknown[] = [];
    for (const token of [unknownToken(), ...tokens, revoked.link.id]) {
      for (const reader of [
        {},
        { password: 'plum-kettle-47' },
        { bearer: user.accessToken },
        { bearer: 'x' },
      ]) {
        const { error, response } = await readShare(gateway, token, reader);
        const { instance: _instance, request_id: _id, ...rest } = error as never as Record<string, unknown>;
        answers.push([response.status, rest]);
      }
    }
    expect(answers).toHaveLength(28);
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(answers[0]).toMatchObject([404, { code: 'not_found' }]);
  });

  it('returns 200 again when the owner is activated again', async () => {
    const owner = await gateway.user();
    const { share_token: token } = await share(owner, await spoken(owner, 'One'));
    for (const [is_active, status] of [
      [false, 404],
      [true, 200],
    ] as const) {
      await kysely().updateTable('users').set({ is_active }).where('id', '=', owner.userId).execute();
      expect((await readShare(gateway, token)).response.status).toBe(status);
    }
  });

  it('deletes link and accesses with the conversation or the account', async () => {
    const owner = await gateway.user();
    const [one, two] = [await spoken(owner, 'One'), await spoken(owner, 'Two')];
    const links = [await share(owner, one), await share(owner, two)];
    for (const { share_token } of links) await readShare(gateway, share_token);
    const left = async () => {
      const ids = links.map(({ id }) => id);
      const rows = await kysely().selectFrom('share_links').select('id').where('id', 'in', ids).execute();
      const accesses = await Promise.all(ids.map(accessesOf));
      return [rows.length, accesses.flat().length];
    };
    expect(await left()).toEqual([2, 2]);
    await owner.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: one } },
    });
    expect(await left()).toEqual([1, 1]);
    await owner.api.DELETE('/api/users/me', { body: { password: owner.password } });
    expect(await left()).toEqual([0, 0]);
  });

  it('returns 422 for a malformed token, before it looks up the link', async () => {
    const short = await readShare(gateway, 'short');
    expect([short.response.status, short.error?.errors?.[0]?.path]).toEqual([422, '/share_token']);
  });

  it('returns 400 for a cursor that this link did not answer, and 404 for any with an unknown link', async () => {
    const id = await spoken(user, 'One', 'Two');
    const [one, two] = [await share(user, id), await share(user, id)];
    const { data } = await readShare(gateway, one.share_token, { query: { page_size: 1 } });
    const own = await branchPage(user, id, 'main', { page_size: 1 });
    const sealed = data?.messages.next_cursor ?? '';
    const forged = Buffer.from('["shared",1]').toString('base64url');
    for (const cursor of [sealed, own.data?.next_cursor ?? '', forged, `${sealed}A`, sealed.slice(1), '+']) {
      const { response, error } = await readShare(gateway, two.share_token, { query: { cursor } });
      expect([cursor, response.status, error?.code, error?.errors?.[0]?.path]).toEqual([
        cursor,
        400,
        'invalid_cursor',
        '/cursor',
      ]);
      expect((await readShare(gateway, unknownToken(), { query: { cursor } })).response.status).toBe(404);
    }
    const second = await readShare(gateway, one.share_token, { query: { cursor: sealed } });
    expect(second.data?.messages.items.map(({ content }) => content)).toEqual(['Two']);
  });
});

describe('getSharedConversation of a link that is revoked during the request', () => {
  it('returns 404 and counts no access', async () => {
    const id = await spoken(user, 'One');
    const password = 'plum-kettle-47';
    const { share_token: token, id: linkId } = await share(user, id, { password });
    /** Checks passwords, and is slow enough for the owner. */
    class SlowPasswords extends Passwords {
      override async matches(given: string, passwordHash: string | undefined): Promise<boolean> {
        await revoke(user, id, linkId);
        return super.matches(given, passwordHash);
      }
    }
    const shared = new SharedConversationService({
      db: gateway.database.database,
      passwords: new SlowPasswords(),
      attempts: undefined,
      cursors: new Cursors(createSecrets([Buffer.alloc(32, 1)])),
    });
    const reading = { password, ip: '127.0.0.1' };
    const request = { size: 20, cursor: undefined, page: undefined };
    const read = shared.read(optionalWork(undefined), token, reading, request);
    await expect(read).rejects.toMatchObject({ code: 'not_found' });
    expect(await accessesOf(linkId)).toEqual([]);
  });
});

describe('getSharedConversation of a link for people with an account', () => {
  it('returns 401 without a valid access token, and 200 with that of any user', async () => {
    const { share_token: token, id } = await share(user, await spoken(user, 'One'), {
      allow_anonymous: false,
    });
    const reader = await gateway.user();
    const strangers = await Promise.all(
      [{}, { bearer: 'x.y.z' }].map((one) => readShare(gateway, token, one)),
    );
    expect(strangers.map(({ response, error }) => [response.status, error?.code])).toEqual(
      Array(2).fill([401, 'unauthenticated']),
    );
    expect((await readShare(gateway, token, { bearer: reader.accessToken })).response.status).toBe(200);
    expect((await accessesOf(id)).map(({ reader_id }) => reader_id)).toEqual([reader.userId]);
  });

  it('ignores the access token when the link needs none', async () => {
    const { share_token: token, id } = await share(user, await spoken(user, 'One'));
    for (const bearer of ['x.y.z', user.accessToken])
      expect((await readShare(gateway, token, { bearer })).response.status).toBe(200);
    expect((await accessesOf(id)).map(({ reader_id }) => reader_id)).toEqual([null, null]);
  });
});

describe('getSharedConversation of a link with a password', () => {
  const password = 'plum-kettle-47';

  it('returns different 401 codes for a missing and a wrong password, on every page', async () => {
    const { share_token: token } = await share(user, await spoken(user, 'A', 'B'), { password });
    const [missing, wrong] = [
      await readShare(gateway, token),
      await readShare(gateway, token, { password: 'plum' }),
    ];
    expect([missing, wrong].map(({ response, error }) => [response.status, error?.code])).toEqual([
      [401, 'share_password_required'],
      [401, 'share_password_wrong'],
    ]);
    const { data } = await readShare(gateway, token, { password, query: { page_size: 1 } });
    const query = { page_size: 1, cursor: data?.messages.next_cursor ?? '' };
    expect((await readShare(gateway, token, { query })).error?.code).toBe('share_password_required');
    const next = await readShare(gateway, token, { password, query });
    expect(next.data?.messages.items.map(({ content }) => content)).toEqual(['B']);
  });

  it('ignores the password when the link has none, and returns 422 for one in the query', async () => {
    const id = await spoken(user, 'One');
    const [open, locked] = [await share(user, id), await share(user, id, { password })];
    expect((await readShare(gateway, open.share_token, { password: 'any' })).response.status).toBe(200);
    const reply = await gateway.fetch(`/api/shared/${locked.share_token}?password=${password}`);
    expect(reply.status).toBe(422);
  });

  it('checks the access token before the password', async () => {
    const id = await spoken(user, 'One');
    const { share_token: token } = await share(user, id, { password, allow_anonymous: false });
    const bearer = user.accessToken;
    expect((await readShare(gateway, token, { password })).error?.code).toBe('unauthenticated');
    expect((await readShare(gateway, token, { bearer })).error?.code).toBe('share_password_required');
    expect((await readShare(gateway, token, { bearer, password })).response.status).toBe(200);
  });
});

describe('wrong passwords for a link', () => {
  const password = 'plum-kettle-47';
  const counting = { RATE_LIMITS: 'on', TRUST_PROXY: '1' };
  let one: TestGateway;
  let two: TestGateway;
  beforeAll(async () => {
    one = await startReplica(gateway, counting);
    two = await startReplica(gateway, counting);
  });
  afterAll(() => Promise.all([one.close(), two.close()]));

  let host = 0;
  const address = () => `2001:db8:${(++host).toString(16)}:${randomUUID().slice(0, 4)}::1`;
  const locked = async () => (await share(user, await spoken(user, 'One'), { password })).share_token;

  it('make an address wait with 429 on every replica and after a restart, for this link only', async () => {
    const [token, other] = [await locked(), await locked()];
    const ip = address();
    for (let n = 0; n < 5; n++) {
      const { error } = await readShare(n % 2 ? one : two, token, { password: 'wrong', ip });
      expect(error?.code).toBe('share_password_wrong');
    }
    const refused = await readShare(two, token, { password, ip });
    expect([refused.response.status, refused.error?.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
    const restarted = await startReplica(gateway, counting);
    expect((await readShare(restarted, token, { password, ip })).response.status).toBe(429);
    await restarted.close();
    expect((await readShare(one, other, { password, ip })).response.status).toBe(200);
    expect((await readShare(one, token, { password, ip: address() })).response.status).toBe(200);
  });

  it('from many addresses make new readers wait, but not those who opened the link before', async () => {
    const token = await locked();
    const reader = address();
    expect((await readShare(one, token, { password, ip: reader })).response.status).toBe(200);
    for (let n = 0; n < 20; n++)
      await readShare(n % 2 ? one : two, token, { password: 'wrong', ip: address() });
    expect((await readShare(one, token, { password, ip: address() })).response.status).toBe(429);
    expect((await readShare(two, token, { password, ip: reader })).response.status).toBe(200);
  });

  it('from many addresses make new readers wait a minute at most', async () => {
    const token = await locked();
    for (let n = 0; n < 24; n++)
      await readShare(n % 2 ? one : two, token, { password: 'wrong', ip: address() });
    const { response } = await readShare(one, token, { password, ip: address() });
    const seconds = Number(response.headers.get('retry-after'));
    expect([response.status, seconds > 0, seconds <= 60]).toEqual([429, true, true]);
    await kysely()
      .updateTable('password_attempts')
      .set({ blocked_until: new Date(0) })
      .where('password_attempts.blocked_until', 'is not', null)
      .execute();
    expect((await readShare(one, token, { password, ip: address() })).response.status).toBe(200);
  });

  it('count by network, and so does having opened the link before', async () => {
    const [token, other] = [await locked(), await locked()];
    const network = address().replace(/::1$/, '');
    for (let n = 1; n <= 5; n++)
      await readShare(one, token, { password: 'wrong', ip: `[${network}:${n}::1]:${4_000 + n}` });
    expect((await readShare(two, token, { password, ip: `${network}::9` })).response.status).toBe(429);
    expect((await readShare(one, other, { password, ip: `${network}::1` })).response.status).toBe(200);
    for (let n = 0; n < 20; n++)
      await readShare(n % 2 ? one : two, other, { password: 'wrong', ip: address() });
    expect((await readShare(two, other, { password, ip: `${network}:7::7` })).response.status).toBe(200);
  });

  it('are forgotten after a right one, so that a reader of many pages never waits', async () => {
    const token = await locked();
    const ip = address();
    for (let n = 0; n < 8; n++) {
      expect((await readShare(one, token, { password, ip })).response.status).toBe(200);
      expect((await readShare(two, token, { password: 'wrong', ip })).response.status).toBe(401);
    }
  });
});

describe('the accesses of a share link', () => {
  it('count a later page by number for an address that has not opened the link, and no refused cursor', async () => {
    const one = await startGateway({ TRUST_PROXY: '1' });
    try {
      const owner = await one.user();
      const { share_token: token, id } = await share(owner, await spoken(owner, 'A', 'B'));
      const count = async () => {
        const { rows } = await one.database.database.pool.query(
          'select access_count from share_links where id = $1',
          [id],
        );
        return Number(rows[0]?.access_count);
      };
      const read = (ip: string, query: object) => readShare(one, token, { ip, query });
      const forged = Buffer.from('["shared",0]').toString('base64url');
      expect((await read('203.0.113.1', { cursor: forged })).data).toBe(undefined);
      expect(await count()).toBe(0);
      await read('203.0.113.1', { page: 2, page_size: 1 });
      expect(await count()).toBe(1);
      await read('203.0.113.1', { page: 2, page_size: 1 });
      expect(await count()).toBe(1);
      await read('203.0.113.2', { page: 2, page_size: 1 });
      expect(await count()).toBe(2);
    } finally {
      await one.close();
    }
  });

  it('count the first page only, and no refused request', async () => {
    const id = await spoken(user, 'A', 'B');
    const password = 'plum-kettle-47';
    const { share_token: token, id: linkId } = await share(user, id, { password });
    const { data } = await readShare(gateway, token, { password, query: { page_size: 1 } });
    const cursor = data?.messages.next_cursor ?? '';
    await readShare(gateway, token, { password, query: { page_size: 1, cursor } });
    await readShare(gateway, token, { password, query: { page_size: 1, page: 2 } });
    await readShare(gateway, token, { password: 'wrong' });
    await readShare(gateway, token);
    expect((await sharesOf(user, id)).data?.items[0]?.access_count).toBe(1);
    expect(await accessesOf(linkId)).toMatchObject([
      { number: 1, reader_id: null, ip: expect.stringContaining('127.0.0.1') },
    ]);
  });

  it('are kept for the newest thousand', async () => {
    const { share_token: token, id } = await share(user, await spoken(user, 'One'));
    await readShare(gateway, token);
    await kysely().updateTable('share_links').set({ access_count: 1_000 }).where('id', '=', id).execute();
    await readShare(gateway, token);
    expect((await accessesOf(id)).map(({ number }) => number)).toEqual([1_001]);
  });

  it('have audit entries with the id of the link, also when refused, and without token or password', async () => {
    const password = 'plum-kettle-47';
    const { share_token: token, id } = await share(user, await spoken(user, 'One'), {
      password,
      allow_anonymous: false,
    });
    const requestId = randomUUID();
    const bearer = user.accessToken;
    await readShare(gateway, token, { requestId, bearer, password });
    await readShare(gateway, token, { requestId, bearer, password: 'wrong-kettle' });
    await readShare(gateway, unknownToken(), { requestId });
    const entries = await entriesOf(gateway.database.database, requestId);
    expect(
      entries.map(({ action, object_id, error_code, actor_id }) => [action, object_id, error_code, actor_id]),
    ).toEqual([
      ['share.view', id, null, user.userId],
      ['share.view', id, 'share_password_wrong', user.userId],
      ['share.view', expect.stringMatching(/^[0-9a-f]+$/), 'not_found', null],
    ]);
    const text = JSON.stringify(entries);
    expect([text.includes(token), text.includes('kettle')]).toEqual([false, false]);
  });

  it('are deleted with the link a month after it expired, and not before', async () => {
    const [live, old, recent] = await Promise.all(
      [1, 2, 3].map(async () => share(user, await spoken(user, 'One'))),
    );
    const DAY_MS = 24 * 3_600_000;
    for (const [link, days] of [
      [old, 31],
      [recent, 29],
    ] as const) {
      await readShare(gateway, link?.share_token ?? '');
      const expires_at = new Date(Date.now() - days * DAY_MS);
      await kysely()
        .updateTable('share_links')
        .set({ expires_at })
        .where('id', '=', link?.id ?? '')
        .execute();
    }
    const signal = new AbortController().signal;
    const run = { jobId: randomUUID(), attempt: 1, signal, progress: async () => undefined };
    await deleteOldShareLinks(gateway.database.database)({}, run);
    const ids = [live, old, recent].map((link) => link?.id ?? '');
    const rows = await kysely().selectFrom('share_links').select('id').where('id', 'in', ids).execute();
    expect(rows.map(({ id }) => id).sort()).toEqual([live?.id, recent?.id].sort());
    expect([await accessesOf(old?.id ?? ''), (await accessesOf(recent?.id ?? '')).length]).toEqual([[], 1]);
  });
});

describe('the log of a server with share links', () => {
  it('contains no token, password, title or text, also when a request is refused or fails', async () => {
    const lines: string[] = [];
    const destination = { write: (line: string) => lines.push(line) };
    const log = createLog({ level: 'debug', form: 'json', sensitiveNames, destination });
    const own = await startGateway({}, { log });
    const member = await own.user();
    const id = await spoken(member, 'Content-ZX81');
    const { share_token: token } = await share(member, id, { password: 'Password-ZX81' });
    await readShare(own, token, { password: 'Password-ZX81' });
    const wrong = await readShare(own, token, { password: 'Wrong-ZX81' });
    await own.database.database.kysely.schema.alterTable('share_links').renameTo('away').execute();
    const failed = await readShare(own, token, { password: 'Password-ZX81' });
    await own.close();
    expect([wrong.response.status, failed.response.status]).toEqual([401, 500]);
    const text = lines.join('') + JSON.stringify([wrong.error, failed.error]);
    expect(text).toContain('/api/shared/{share_token}');
    for (const secret of [token, 'ZX81', 'tightness']) expect(text).not.toContain(secret);
  });
});
