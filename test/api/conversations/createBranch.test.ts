import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  branchAt,
  createConversation,
  deleteMessage,
  eventsOf,
  forkAt,
  messageIn,
  readConversation,
  textsOf,
  writeMessage,
} from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

async function conversationOf(...texts: string[]): Promise<{ id: string; messages: string[] }> {
  const id = await createConversation(user);
  const messages: string[] = [];
  for (const content of texts) messages.push((await messageIn(user, id, { content })).id);
  return { id, messages };
}

const branchCount = async (id: string): Promise<number | undefined> =>
  (await user.api.GET('/api/conversations/{session_id}/branches', { params: { path: { session_id: id } } }))
    .data?.items.length;

describe('createBranch', () => {
  it('shares the messages up to the fork, and none after it', async () => {
    const { id, messages } = await conversationOf('A', 'B', 'C');
    const { data, response } = await forkAt(user, id, {
      parent_message_id: messages[1] ?? '',
      name: 'Other',
    });
    expect(response.status).toBe(201);
    expect(data).toMatchObject({
      name: 'Other',
      parent_branch_id: 'main',
      parent_message_id: messages[1],
      message_count: 0,
    });
    const branch = data?.id ?? '';
    expect(response.headers.get('location')).toBe(`/api/conversations/${id}/branches/${branch}/messages`);
    await writeMessage(user, id, { content: 'D', branch_id: branch });
    await writeMessage(user, id, { content: 'E' });
    expect(await textsOf(user, id, branch)).toEqual(['A', 'B', 'D']);
    expect(await textsOf(user, id)).toEqual(['A', 'B', 'C', 'E']);
  });

  it('writes the first message into the branch, counts it, and shows it in the preview of the conversation', async () => {
    const { id, messages } = await conversationOf('A');
    const { data } = await forkAt(user, id, {
      parent_message_id: messages[0] ?? '',
      first_message: { content: 'First of the branch.' },
    });
    expect(data?.message_count).toBe(1);
    expect(await textsOf(user, id, data?.id)).toEqual(['A', 'First of the branch.']);
    expect((await readConversation(user, id)).data).toMatchObject({
      message_count: 2,
      last_message_preview: 'First of the branch.',
    });
    const { data: log } = await eventsOf(user, id);
    expect(log?.items.slice(-2).map(({ type, branch_id }) => [type, branch_id])).toEqual([
      ['branch_created', data?.id],
      ['message_created', data?.id],
    ]);
  });

  it('forks a branch of a branch, and at a message that lies before the fork of its branch', async () => {
    const { id, messages } = await conversationOf('A', 'B');
    const first = await branchAt(user, id, messages[1] ?? '');
    const own = await messageIn(user, id, { content: 'C', branch_id: first.id });
    const second = await branchAt(user, id, own.id);
    const third = await branchAt(user, id, messages[0] ?? '');
    await writeMessage(user, id, { content: 'D', branch_id: second.id });
    expect([second.parent_branch_id, third.parent_branch_id]).toEqual([first.id, 'main']);
    expect(await textsOf(user, id, second.id)).toEqual(['A', 'B', 'C', 'D']);
    expect(await textsOf(user, id, third.id)).toEqual(['A']);
  });

  it('forks once for one Idempotency-Key, also under parallel retries', async () => {
    const { id, messages } = await conversationOf('A');
    const [key, body] = [
      randomUUID(),
      { parent_message_id: messages[0] ?? '', first_message: { content: 'B' } },
    ];
    const replies = await Promise.all(Array.from({ length: 6 }, () => forkAt(user, id, body, key)));
    expect(replies.map(({ response }) => response.status)).toEqual(Array(6).fill(201));
    expect(new Set(replies.map(({ data }) => data?.id)).size).toBe(1);
    expect([await branchCount(id), (await readConversation(user, id)).data?.message_count]).toEqual([2, 2]);
  });

  it('forks once for one client_message_id of the first message, also without a key', async () => {
    const { id, messages } = await conversationOf('A');
    const body = {
      parent_message_id: messages[0] ?? '',
      first_message: { content: 'B', client_message_id: randomUUID() },
    };
    const replies = await Promise.all(Array.from({ length: 6 }, () => forkAt(user, id, body)));
    expect(new Set(replies.map(({ data }) => data?.id)).size).toBe(1);
    const replayed = replies.filter(({ response }) => response.headers.get('idempotent-replayed') === 'true');
    expect([replayed.length, await branchCount(id)]).toEqual([5, 2]);
  });

  it('marks a retry as replayed once when both the message and the key were seen before', async () => {
    const { id, messages } = await conversationOf('A');
    const body = {
      parent_message_id: messages[0] ?? '',
      first_message: { content: 'B', client_message_id: randomUUID() },
    };
    await forkAt(user, id, body);
    const key = randomUUID();
    for (let retry = 0; retry < 2; retry++)
      expect((await forkAt(user, id, body, key)).response.headers.get('idempotent-replayed')).toBe('true');
  });

  it('returns 409 for a client_message_id that a message of main has, and forks nothing', async () => {
    const { id, messages } = await conversationOf('A');
    const client_message_id = randomUUID();
    const parent_message_id = messages[0] ?? '';
    await writeMessage(user, id, { content: 'B', client_message_id });
    const first_message = { content: 'B', client_message_id };
    const { error, response } = await forkAt(user, id, { parent_message_id, first_message });
    expect([response.status, error?.code, await branchCount(id)]).toEqual([409, 'idempotency_key_reused', 1]);
  });

  it('returns 409 above 200 branches, main included', { timeout: 300_000 }, async () => {
    const { id, messages } = await conversationOf('A');
    const parent_message_id = messages[0] ?? '';
    for (let made = 1; made < 200; made++) await branchAt(user, id, parent_message_id);
    const { error, response } = await forkAt(user, id, { parent_message_id });
    expect([response.status, error?.code, await branchCount(id)]).toEqual([409, 'conflict', 200]);
  });

  it('returns 422 for an unknown or deleted message, and for one of another conversation', async () => {
    const { id, messages } = await conversationOf('A', 'B');
    const other = await conversationOf('Elsewhere');
    await deleteMessage(user, id, messages[1] ?? '');
    for (const parent_message_id of [randomUUID(), messages[1] ?? '', other.messages[0] ?? '']) {
      const { error, response } = await forkAt(user, id, { parent_message_id });
      expect([response.status, error?.errors?.[0]]).toMatchObject([
        422,
        { path: '/parent_message_id', rule: 'exists' },
      ]);
    }
  });

  it("returns 404 for another user's conversation", async () => {
    const { id, messages } = await conversationOf('A');
    const { response } = await forkAt(await gateway.user(), id, { parent_message_id: messages[0] ?? '' });
    expect([response.status, await branchCount(id)]).toEqual([404, 1]);
  });
});
