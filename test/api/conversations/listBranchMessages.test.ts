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
  it('200 marks what lies before the fork', async () => {
    const { data } = await branchPage(user, id, branch);
    expect(data?.items.map(({ message, shared }) => [message.content, shared])).toEqual([
      ['A', true],
      ['B', true],
      ['D', false],
      ['E', false],
    ]);
    expect(data).toMatchObject({ total: 4, next_cursor: null });
  });

  it('200 lists main under its name, where nothing is shared', async () => {
    const { data } = await branchPage(user, id, 'main');
    expect(data?.items.map(({ message, shared }) => [message.content, shared])).toEqual([
      ['A', false],
      ['B', false],
      ['C', false],
    ]);
  });

  it('follows the cursor across the fork, and numbers pages', async () => {
    const first = await branchPage(user, id, branch, { page_size: 1 });
    const second = await branchPage(user, id, branch, {
      page_size: 2,
      cursor: first.data?.next_cursor ?? '',
    });
    expect(second.data?.items.map(({ message }) => message.content)).toEqual(['B', 'D']);
    const third = await branchPage(user, id, branch, { page_size: 3, page: 2 });
    expect(third.data?.items.map(({ message }) => message.content)).toEqual(['E']);
  });

  it('200 is what listMessages answers for the branch', async () => {
    const { data } = await user.api.GET('/api/conversations/{conversation_id}/messages', {
      params: { path: { conversation_id: id }, query: { branch_id: branch } },
    });
    expect(data?.items.map(({ content }) => content)).toEqual(await textsOf(user, id, branch));
  });

  it('shows and counts no longer what was deleted before the fork', async () => {
    const own = await createConversation(user);
    const a = await messageIn(user, own, { content: 'A' });
    const b = await messageIn(user, own, { content: 'B' });
    const fork = await branchAt(user, own, b.id);
    await deleteMessage(user, own, a.id);
    const { data } = await branchPage(user, own, fork.id);
    expect([data?.items.map(({ message }) => message.content), data?.total]).toEqual([['B'], 1]);
  });

  it('404 meets a branch that is not there, one of another conversation, and another user', async () => {
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
