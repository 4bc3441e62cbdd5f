import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation, writeMessage } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
let conversation: string;
const texts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  conversation = await createConversation(user);
  for (const content of texts) await writeMessage(user, conversation, { content });
});

const list = (
  member: Member,
  id: string,
  query: { page_size?: number; page?: number; cursor?: string; branch_id?: string },
) =>
  member.api.GET('/api/conversations/{conversation_id}/messages', {
    params: { path: { conversation_id: id }, query },
  });

describe('listMessages', () => {
  it('lists the messages in the order in which they were written', async () => {
    const { data } = await list(user, conversation, {});
    expect(data?.items.map(({ content }) => content)).toEqual(texts);
    expect(data).toMatchObject({ total: 5, next_cursor: null });
  });

  it('follows the cursor through every message once, also those written meanwhile', async () => {
    const id = await createConversation(user);
    for (const content of texts) await writeMessage(user, id, { content });
    const first = await list(user, id, { page_size: 3 });
    await writeMessage(user, id, { content: 'Six.' });
    const second = await list(user, id, { page_size: 3, cursor: first.data?.next_cursor ?? '' });
    const seen = [...(first.data?.items ?? []), ...(second.data?.items ?? [])].map(({ content }) => content);
    expect(seen).toEqual([...texts, 'Six.']);
    expect(second.data?.next_cursor).toBe(null);
  });

  it('returns numbered pages', async () => {
    const { data } = await list(user, conversation, { page_size: 2, page: 2 });
    expect([data?.items.map(({ content }) => content), data?.page]).toEqual([['Three.', 'Four.'], 2]);
  });

  it('returns 404 for an unknown branch', async () => {
    expect((await list(user, conversation, { branch_id: randomUUID() })).response.status).toBe(404);
  });

  it("returns 404 for another user's conversation", async () => {
    expect((await list(await gateway.user(), conversation, {})).response.status).toBe(404);
  });

  it('returns 400 for a cursor of another list', async () => {
    await createConversation(user);
    const { data } = await user.api.GET('/api/conversations', { params: { query: { page_size: 1 } } });
    const { response } = await list(user, conversation, { cursor: data?.next_cursor ?? '' });
    expect(response.status).toBe(400);
  });
});
