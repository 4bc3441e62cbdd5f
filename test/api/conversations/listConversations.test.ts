import { beforeAll, describe, expect, it } from 'vitest';
import {
  createConversation,
  deleteMessage,
  editMessage,
  forkAt,
  messageIn,
  readConversation,
  writeMessage,
} from '#test/support/conversations.ts';
import { createFolder, deleteFolder, fileConversation } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
const ids: string[] = [];
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  for (let i = 0; i < 7; i++) ids.unshift(await createConversation(user, `Round ${i} 100%_sure`));
});

interface Query {
  readonly page_size?: number;
  readonly page?: number;
  readonly cursor?: string;
  readonly archived?: boolean;
  readonly search?: string;
  readonly accents?: 'fold' | 'exact';
  readonly folder_id?: string;
}

const list = (member: Member, query: Query) => member.api.GET('/api/conversations', { params: { query } });

describe('listConversations', () => {
  it('lists the conversations of the caller only, newest activity first', async () => {
    const stranger = await gateway.user();
    await createConversation(stranger, 'Of another');
    const { data } = await list(user, {});
    expect(data?.items.map(({ id }) => id)).toEqual(ids);
    expect(data).toMatchObject({ total: 7, page_size: 20, next_cursor: null });
    expect((await list(stranger, {})).data?.total).toBe(1);
  });

  it('follows the cursor through every row once', async () => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { data } = await list(user, { page_size: 3, ...(cursor ? { cursor } : {}) });
      expect(data?.page).toBe(undefined);
      seen.push(...(data?.items.map(({ id }) => id) ?? []));
      cursor = data?.next_cursor;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('returns numbered pages, and an empty one behind the end', async () => {
    const { data } = await list(user, { page_size: 3, page: 3 });
    expect([data?.items.map(({ id }) => id), data?.page, data?.next_cursor]).toEqual([ids.slice(6), 3, null]);
    expect((await list(user, { page_size: 3, page: 4 })).data?.items).toEqual([]);
  });

  it('loses and repeats nothing when a conversation is added between two pages', async () => {
    const member = await gateway.user();
    const first = [];
    for (let i = 0; i < 4; i++) first.unshift(await createConversation(member));
    const page = await list(member, { page_size: 2 });
    await createConversation(member);
    const next = await list(member, { page_size: 2, cursor: page.data?.next_cursor ?? '' });
    expect([...(page.data?.items ?? []), ...(next.data?.items ?? [])].map(({ id }) => id)).toEqual(first);
  });

  it('moves a conversation to the top when a message is written', async () => {
    const member = await gateway.user();
    const older = await createConversation(member);
    await createConversation(member);
    await writeMessage(member, older, { content: 'I am back.' });
    const { data } = await list(member, {});
    expect([data?.items[0]?.id, data?.items[0]?.last_message_preview]).toEqual([older, 'I am back.']);
  });

  it('keeps the place of a conversation that is renamed, archived or filed, or whose settings change', async () => {
    const member = await gateway.user();
    const [older, newer] = [await createConversation(member, 'A'), await createConversation(member, 'B')];
    const message = await messageIn(member, older, { content: 'One' });
    await messageIn(member, newer, { content: 'Two' });
    const folder = await createFolder(member);
    const before = (await readConversation(member, older)).data;
    const change = (body: object) =>
      member.api.PATCH('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: older } },
        body,
      });
    const idsOf = async (query: Query = {}) => (await list(member, query)).data?.items.map(({ id }) => id);
    const etags = new Set<string | null>();
    for (const body of [{ title: 'C' }, { archived: true }, { archived: false }, { folder_id: folder }]) {
      const { data, response } = await change(body);
      expect(data?.last_activity_at).toBe(before?.last_activity_at);
      expect(String(data?.updated_at) >= String(before?.updated_at)).toBe(true);
      expect(await idsOf()).toEqual([newer, older]);
      etags.add(response.headers.get('etag'));
    }
    expect(etags.size).toBe(4);
    await member.api.PATCH('/api/conversations/{conversation_id}/settings', {
      params: { path: { conversation_id: older } },
      body: { temperature: 1 },
    });
    await forkAt(member, older, { parent_message_id: message.id });
    expect(await idsOf()).toEqual([newer, older]);
    await fileConversation(member, newer, folder);
    await change({ title: 'D' });
    expect(await idsOf({ folder_id: folder })).toEqual([newer, older]);
    for (const id of [newer, older])
      await member.api.PATCH('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: id } },
        body: { archived: true },
      });
    expect(await idsOf({ archived: true })).toEqual([newer, older]);
    expect(await idsOf({ archived: true, folder_id: folder })).toEqual([newer, older]);
    await deleteFolder(member, folder);
    expect(await idsOf()).toEqual([newer, older]);
  });

  it('moves a conversation up when something is said on any branch or said anew, and not for a deletion', async () => {
    const member = await gateway.user();
    const [a, b] = [await createConversation(member, 'A'), await createConversation(member, 'B')];
    const first = async () => (await list(member, {})).data?.items[0];
    const one = await messageIn(member, a, { content: 'One' });
    expect(await first()).toMatchObject({ id: a, last_activity_at: one.created_at });
    const two = await messageIn(member, b, { content: 'Two' });
    expect((await first())?.id).toBe(b);
    await forkAt(member, a, { parent_message_id: one.id, first_message: { content: 'Three' } });
    expect((await first())?.id).toBe(a);
    const edited = (await editMessage(member, b, two.id, 'Two, edited')).data;
    expect(await first()).toMatchObject({ id: b, last_activity_at: edited?.edited_at });
    // Nothing changes, so nothing is said.
    await editMessage(member, a, one.id, 'One');
    expect((await first())?.id).toBe(b);
    const gone = await messageIn(member, a, { content: 'Four' });
    await messageIn(member, b, { content: 'Five' });
    await deleteMessage(member, a, gone.id);
    const { data } = await list(member, {});
    expect(data?.items.map(({ id }) => id)).toEqual([b, a]);
    // What was said was said then, also when it is not shown any more.
    expect(data?.items[1]?.last_activity_at).toBe(gone.created_at);
  });

  it('follows the cursor through conversations of the same moment', async () => {
    const member = await gateway.user();
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.push(await createConversation(member));
    await gateway.database.database.kysely
      .updateTable('conversations')
      .set({ last_activity_at: new Date('2026-03-02T08:00:00Z') })
      .where('user_id', '=', member.userId)
      .execute();
    const seen: string[] = [];
    for (let cursor: string | null | undefined = ''; cursor !== null; ) {
      const { data } = await list(member, { page_size: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...(data?.items.map(({ id }) => id) ?? []));
      cursor = data?.next_cursor ?? null;
    }
    expect(seen).toEqual(made.sort().reverse());
  });

  it('finds a part of the title without case, width, ligatures and accents, unless accents count', async () => {
    const member = await gateway.user();
    const titles = ['Straße nach ﬁlm', 'Ärzte', 'Œdème', 'Ｗａｒｄ', 'İzmir', 'ILIK', 'Arzt 1'];
    for (const title of titles) await createConversation(member, title);
    const found = async (search: string, accents?: 'fold' | 'exact') =>
      (await list(member, { search, ...(accents && { accents }) })).data?.items.map(({ title }) => title);
    for (const [search, title] of [
      ['STRASSE', titles[0]],
      ['straße', titles[0]],
      ['ẞ', titles[0]],
      ['FILM', titles[0]],
      ['oedeme', titles[2]],
      ['ŒD', titles[2]],
      ['ward', titles[3]],
      ['izmir', titles[4]],
      ['ılık', titles[5]],
      ['ÉDEM', titles[2]],
    ] as const)
      expect([search, await found(search)]).toEqual([search, [title]]);
    expect(await found('arz')).toEqual(['Arzt 1', 'Ärzte']);
    expect(await found('ÄRZ')).toEqual(['Arzt 1', 'Ärzte']);
    expect(await found('ÄRZ', 'exact')).toEqual(['Ärzte']);
    expect(await found('a\u0308', 'exact')).toEqual(['Ärzte']);
    expect(await found('arz', 'exact')).toEqual(['Arzt 1']);
    expect(await found('ar', 'exact')).toEqual(['Ｗａｒｄ', 'Arzt 1'].reverse());
    expect(await found('strasse', 'exact')).toEqual([titles[0]]);
    expect(await found('izmir', 'exact')).toEqual([]);
    const { data } = await list(member, { search: 'a', accents: 'exact' });
    expect(data?.total).toBe(data?.items.length);
  });

  it('finds a title by its present letters when only their accents or their case have changed', async () => {
    const member = await gateway.user();
    const id = await createConversation(member, 'Eva');
    const found = async (search: string) => (await list(member, { search, accents: 'exact' })).data?.total;
    for (const title of ['Éva', 'ÉVA', 'Èva', 'eva', 'Straße', 'STRASSE']) {
      await member.api.PATCH('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: id } },
        body: { title },
      });
      expect([title, await found(title)]).toEqual([title, 1]);
    }
    expect(await found('Éva')).toBe(0);
  });

  it('returns 422 for a search that shows nothing', async () => {
    for (const search of [' ', '\u0301', '\u00ad', '\u200b\u200d']) {
      const { error, response } = await list(user, { search });
      expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/search']);
    }
  });

  it('filters by archived, folder and part of the title, and treats % and _ as letters', async () => {
    const member = await gateway.user();
    const [a, b] = [await createConversation(member, 'Alpha 100%'), await createConversation(member, 'Beta')];
    await member.api.PATCH('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: b } },
      body: { archived: true },
    });
    const idsOf = async (query: Query): Promise<string[]> =>
      (await list(member, query)).data?.items.map(({ id }) => id) ?? [];
    expect(await idsOf({ archived: true })).toEqual([b]);
    expect(await idsOf({ archived: false })).toEqual([a]);
    expect(await idsOf({ search: 'alpha' })).toEqual([a]);
    expect(await idsOf({ search: '0%' })).toEqual([a]);
    expect(await idsOf({ search: '_' })).toEqual([]);
    const folder = await createFolder(member);
    const inner = await createFolder(member, folder);
    await fileConversation(member, a, folder);
    await fileConversation(member, b, folder);
    expect(await idsOf({ folder_id: folder })).toEqual([b, a]);
    expect(await idsOf({ folder_id: folder, archived: true })).toEqual([b]);
    expect(await idsOf({ folder_id: folder, search: 'alpha' })).toEqual([a]);
    expect(await idsOf({ folder_id: inner })).toEqual([]);
    expect((await list(await gateway.user(), { folder_id: folder })).data).toMatchObject({
      items: [],
      total: 0,
    });
  });

  it('returns 422 that recommends the cursor for a numbered page that lies too deep', async () => {
    const { error, response } = await list(user, { page_size: 100, page: 101 });
    expect([response.status, error?.code]).toEqual([422, 'page_too_deep']);
    expect(error?.detail).toContain('cursor');
    expect((await list(user, { page_size: 100, page: 100 })).response.status).toBe(200);
  });

  it('returns 422 for a cursor together with a page, and 400 for a malformed cursor', async () => {
    const { data } = await list(user, { page_size: 1 });
    expect((await list(user, { cursor: data?.next_cursor ?? '', page: 1 })).response.status).toBe(422);
    const { error, response } = await list(user, { cursor: 'x' });
    expect([response.status, error?.code]).toEqual([400, 'invalid_cursor']);
  });
});
