import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  branchAt,
  branchPage,
  createConversation,
  deleteMessage,
  messageIn,
  textsOf,
} from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
let id: string;
let branch: string;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  id = await createConversation(user);
  await messageIn(user, id, { content: 'A' });
  const fork = await messageIn(user, id, { content: 'B' });
  await messageIn(user, id, { content: 'C' });
  branch = (await branchAt(user, id, fork.id)).id;
  for (const content of ['D', 'E']) await messageIn(user, id, { content, branch_id: branch });
});

describe('listBranchMessages', () => {
  it('marks the messages before the fork as shared', async () => {
    const { data } = await branchPage(user, id, branch);
    expect(data?.items.map(({ content, shared }) => [content, shared])).toEqual([
      ['A', true],
      ['B', true],
      ['D', false],
      ['E', false],
    ]);
    expect(data).toMatchObject({ total: 4, next_cursor: null });
  });

  it('lists main, with no message marked as shared', async () => {
    const { data } = await branchPage(user, id, 'main');
    expect(data?.items.map(({ content, shared }) => [content, shared])).toEqual([
      ['A', false],
      ['B', false],
      ['C', false],
    ]);
  });

  it('follows the cursor across the fork, and returns numbered pages', async () => {
    const first = await branchPage(user, id, branch, { page_size: 1 });
    const second = await branchPage(user, id, branch, {
      page_size: 2,
      cursor: first.data?.next_cursor ?? '',
    });
    expect(second.data?.items.map(({ content }) => content)).toEqual(['B', 'D']);
    const third = await branchPage(user, id, branch, { page_size: 3, page: 2 });
    expect(third.data?.items.map(({ content }) => content)).toEqual(['E']);
  });

  it('returns the same messages as listMessages for the branch', async () => {
    const { data } = await user.api.GET('/api/conversations/{conversation_id}/messages', {
      params: { path: { conversation_id: id }, query: { branch_id: branch } },
    });
    expect(data?.items.map(({ content }) => content)).toEqual(await textsOf(user, id, branch));
  });

  it('neither shows nor counts a message that was deleted before the fork', async () => {
    const own = await createConversation(user);
    const a = await messageIn(user, own, { content: 'A' });
    const b = await messageIn(user, own, { content: 'B' });
    const fork = await branchAt(user, own, b.id);
    await deleteMessage(user, own, a.id);
    const { data } = await branchPage(user, own, fork.id);
    expect([data?.items.map(({ content }) => content), data?.total]).toEqual([['B'], 1]);
  });

  it("returns 404 for an unknown branch, one of another conversation, and another user's conversation", async () => {
    const other = await createConversation(user);
    await messageIn(user, other, { content: 'Elsewhere.' });
    const outcomes = await Promise.all([
      branchPage(user, id, randomUUID()),
      branchPage(user, other, branch),
      branchPage(await gateway.user(), id, branch),
      branchPage(user, randomUUID(), 'main'),
    ]);
    expect(outcomes.map(({ response }) => response.status)).toEqual([404, 404, 404, 404]);
    expect(new Set(outcomes.map(({ error }) => error?.detail)).size).toBe(1);
  });
});
