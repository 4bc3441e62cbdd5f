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
  it('returns the files of this message only, oldest first', async () => {
    const { conversationId, messageId } = await newMessage(user);
    const other = await messageIn(user, conversationId, { content: 'Another' });
    const made = [];
    for (const name of ['b.txt', 'a.md', 'c.txt'])
      made.push(await attach(gateway, user, messageId, { name }));
    await attach(gateway, user, other.id);
    const { data, response } = await listAttachments(user, messageId);
    expect([response.status, data]).toEqual([200, { items: made }]);
  });

  it('returns an empty list for a message without files, and after the last one was deleted', async () => {
    const { messageId } = await newMessage(user);
    expect((await listAttachments(user, messageId)).data).toEqual({ items: [] });
    await deleteAttachment(user, (await attach(gateway, user, messageId)).id);
    expect((await listAttachments(user, messageId)).data).toEqual({ items: [] });
  });

  it('returns 404 for an unknown, deleted or foreign message, also to an admin', async () => {
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
