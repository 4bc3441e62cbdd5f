import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { attach, deleteAttachment, listAttachments, newMessage } from '#test/support/attachments.ts';
import { deleteMessage, messageIn } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

describe('listAttachments', () => {
  it('200 answers the files of the message and of no other, oldest first', async () => {
    const { conversationId, messageId } = await newMessage(user);
    const other = await messageIn(user, conversationId, { content: 'Another' });
    const made = [];
    for (const name of ['b.txt', 'a.md', 'c.txt'])
      made.push(await attach(gateway, user, messageId, { name }));
    await attach(gateway, user, other.id);
    const { data, response } = await listAttachments(user, messageId);
    expect([response.status, data]).toEqual([200, { items: made }]);
  });

  it('200 answers an empty list for a message without files, and after the last was deleted', async () => {
    const { messageId } = await newMessage(user);
    expect((await listAttachments(user, messageId)).data).toEqual({ items: [] });
    await deleteAttachment(user, (await attach(gateway, user, messageId)).id);
    expect((await listAttachments(user, messageId)).data).toEqual({ items: [] });
  });

  it('404 meets a message that is not there, deleted, or of another user, also for an admin', async () => {
    const { conversationId, messageId } = await newMessage(user);
    const gone = await messageIn(user, conversationId, { content: 'Gone' });
    await attach(gateway, user, messageId);
    await deleteMessage(user, conversationId, gone.id);
    const outcomes = await Promise.all([
      listAttachments(user, randomUUID()),
      listAttachments(user, gone.id),
      listAttachments(await gateway.user(), messageId),
      listAttachments(await gateway.admin(), messageId),
    ]);
    expect(outcomes.map(({ response, error }) => [response.status, error?.code])).toEqual(
      Array(4).fill([404, 'not_found']),
    );
  });
});
