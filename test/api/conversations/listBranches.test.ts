import { beforeAll, describe, expect, it } from 'vitest';
import {
  branchAt,
  createConversation,
  deleteMessage,
  forkAt,
  messageIn,
} from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const list = (member: Member, id: string) =>
  member.api.GET('/api/conversations/{session_id}/branches', { params: { path: { session_id: id } } });

describe('listBranches', () => {
  it('returns main for a new conversation', async () => {
    const { data } = await list(user, await createConversation(user));
    expect(data?.items).toMatchObject([
      { id: 'main', name: null, parent_branch_id: null, parent_message_id: null, message_count: 0 },
    ]);
  });

  it('returns main first and the other branches in the order of their creation', async () => {
    const id = await createConversation(user);
    const a = await messageIn(user, id, { content: 'A' });
    const first = await forkAt(user, id, { parent_message_id: a.id, first_message: { content: 'B' } });
    const own = await messageIn(user, id, { content: 'C', branch_id: first.data?.id ?? '' });
    const second = await branchAt(user, id, own.id);
    const third = await branchAt(user, id, a.id);
    const { data } = await list(user, id);
    expect(data?.items.map((branch) => [branch.id, branch.parent_branch_id, branch.message_count])).toEqual([
      ['main', null, 1],
      [first.data?.id, 'main', 2],
      [second.id, first.data?.id, 0],
      [third.id, 'main', 0],
    ]);
  });

  it('counts only the messages that are not deleted', async () => {
    const id = await createConversation(user);
    const a = await messageIn(user, id, { content: 'A' });
    const branch = await branchAt(user, id, a.id);
    const own = await messageIn(user, id, { content: 'B', branch_id: branch.id });
    await messageIn(user, id, { content: 'C', branch_id: branch.id });
    await deleteMessage(user, id, own.id);
    expect((await list(user, id)).data?.items.map(({ message_count }) => message_count)).toEqual([1, 1]);
  });

  it("returns 404 for another user's conversation", async () => {
    const id = await createConversation(user);
    expect((await list(await gateway.user(), id)).response.status).toBe(404);
  });
});
