import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '#test/support/audit.ts';
import { createConversation, messageIn } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
let conversation: string;
let message: string;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  conversation = await createConversation(user);
  message = (await messageIn(user, conversation, { content: 'One' })).id;
});

/** Sends a creation and returns its reply with the audit entries of the request. */
async function create(path: string, body: object) {
  const requestId = randomUUID();
  const reply = await gateway.fetch(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${user.accessToken}`,
      'content-type': 'application/json',
      'x-request-id': requestId,
    },
    body: JSON.stringify(body),
  });
  const answer = (await reply.json()) as { id?: string; message?: { id: string } };
  const entries = await entriesOf(gateway.database.database, requestId);
  return { id: answer.id ?? answer.message?.id, entries };
}

describe('the audit entry of a creation', () => {
  it('contains the id of the new conversation', async () => {
    const { id, entries } = await create('/api/conversations', { title: 'Ward' });
    expect(id).toBeDefined();
    expect(entries).toMatchObject([
      { action: 'conversation.create', outcome: 'succeeded', object_type: 'conversation', object_id: id },
    ]);
  });

  it('contains the ids of the new message and its conversation, also for a repeated request', async () => {
    const body = { content: 'Two', client_message_id: randomUUID() };
    const path = `/api/conversations/${conversation}/messages`;
    const [first, again] = [await create(path, body), await create(path, body)];
    expect([first.id, again.id]).toEqual([expect.any(String), first.id]);
    for (const { entries } of [first, again])
      expect(entries).toMatchObject([
        {
          action: 'message.create',
          object_type: 'message',
          object_id: first.id,
          details: { conversation_id: conversation },
        },
      ]);
  });

  it('contains the ids of the new branch and its conversation, also for a repeated request', async () => {
    const first_message = { content: 'Three', client_message_id: randomUUID() };
    const path = `/api/conversations/${conversation}/branches`;
    const body = { parent_message_id: message, first_message };
    const [first, again] = [await create(path, body), await create(path, body)];
    expect([first.id, again.id]).toEqual([expect.any(String), first.id]);
    for (const { entries } of [first, again])
      expect(entries).toMatchObject([
        {
          action: 'branch.create',
          object_type: 'branch',
          object_id: first.id,
          details: { conversation_id: conversation },
        },
      ]);
  });

  it('contains only the id of the conversation when nothing was created', async () => {
    const { entries } = await create(`/api/conversations/${conversation}/branches`, {
      parent_message_id: randomUUID(),
    });
    expect(entries).toMatchObject([
      {
        outcome: 'refused',
        error_code: 'validation_failed',
        object_type: 'conversation',
        object_id: conversation,
      },
    ]);
  });
});
