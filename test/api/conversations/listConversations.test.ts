import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation, writeMessage } from '#test/support/conversations.ts';
import { createFolder, fileConversation } from '#test/support/folders.ts';
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
    const wrong = [
      'x',
      Buffer.from('["conversations",1e99,"x"]').toString('base64url'),
      Buffer.from('["messages",1]').toString('base64url'),
    ];
    for (const cursor of wrong) {
      const { error, response } = await list(user, { cursor });
      expect([cursor, response.status, error?.code]).toEqual([cursor, 400, 'invalid_cursor']);
    }
  });
});
