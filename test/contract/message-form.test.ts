import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import {
  branchAt,
  branchPage,
  createConversation,
  editMessage,
  messageIn,
  writeMessage,
} from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { readShare, share } from '#test/support/shares.ts';

type Message = components['schemas']['Message'];

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const listed = async (id: string, branch_id: string): Promise<readonly Message[]> => {
  const { data } = await user.api.GET('/api/conversations/{conversation_id}/messages', {
    params: { path: { conversation_id: id }, query: { branch_id } },
  });
  return data?.items ?? [];
};

describe('a message', () => {
  it('is the same in the answer that creates, repeats or edits it and in every list', async () => {
    const id = await createConversation(user);
    const parent = await messageIn(user, id, { content: 'Before' });
    const body = {
      content: 'Bed 4 is stable.',
      client_message_id: randomUUID(),
      parent_message_id: parent.id.toUpperCase(),
      metadata: { b: [1, { c: null }], a: 'x' },
    };
    const created = await messageIn(user, id, body);
    const repeated = (await writeMessage(user, id, body)).data?.message;
    const unchanged = (await editMessage(user, id, created.id, body.content)).data;
    const answers = [repeated, unchanged, (await listed(id, 'main'))[1]];
    answers.push((await branchPage(user, id, 'main')).data?.items[1]);
    for (const answer of answers) expect(answer).toEqual(created);
    const edited = (await editMessage(user, id, created.id, 'Bed 5 is stable.')).data;
    expect((await listed(id, 'main'))[1]).toEqual(edited);
    expect((await branchPage(user, id, 'main')).data?.items[1]).toEqual(edited);
  });

  it('says in both lists of a branch whether it lies before the fork', async () => {
    const id = await createConversation(user);
    const fork = await messageIn(user, id, { content: 'On main' });
    const { id: branch_id } = await branchAt(user, id, fork.id);
    const own = await messageIn(user, id, { content: 'On the branch', branch_id });
    const expected = [{ ...fork, shared: true }, own];
    expect(await listed(id, branch_id)).toEqual(expected);
    expect((await branchPage(user, id, branch_id)).data?.items).toEqual(expected);
    expect([fork.shared, own.shared]).toEqual([false, false]);
  });

  it('is continued in one of its lists by the cursor of the other', async () => {
    const id = await createConversation(user);
    for (const content of ['A', 'B']) await messageIn(user, id, { content });
    const first = await branchPage(user, id, 'main', { page_size: 1 });
    const { data } = await user.api.GET('/api/conversations/{conversation_id}/messages', {
      params: { path: { conversation_id: id }, query: { cursor: first.data?.next_cursor ?? '' } },
    });
    expect(data?.items.map(({ content }) => content)).toEqual(['B']);
  });

  it('of the assistant has its sources, and readers of a share see the same fields of it', async () => {
    const id = await createConversation(user);
    await messageIn(user, id, { content: 'Why?' });
    const document_id = randomUUID();
    const source = { number: 1, title: 'Guideline', quote: 'Because.', url: 'https://guidelines.example/a' };
    await gateway.database.database.kysely
      .insertInto('messages')
      .values({
        id: randomUUID(),
        conversation_id: id,
        branch_id: 'main',
        role: 'assistant',
        content: 'Because [1].',
        metadata: JSON.stringify({
          citations: [
            { ...source, document_id, chunk_id: 'no id', page_number: 7, score: 3 },
            { ...source, number: 5_000 },
          ],
        }),
        seq: 2,
        version: 1,
        created_at: new Date(),
        updated_at: new Date(),
      })
      .execute();
    const answer = (await listed(id, 'main'))[1];
    const rest = { document_id, chunk_id: null, page_number: 7, score: null };
    expect(answer?.citations).toEqual([{ ...source, ...rest }]);
    const { share_token: token } = await share(user, id);
    const read = (await readShare(gateway, token)).data?.messages.items[1];
    const { quote: _quote, ...shown } = source;
    const { role, content, created_at } = answer as Message;
    expect(read).toEqual({ id: answer?.id, role, content, created_at, citations: [shown] });
  });
});
