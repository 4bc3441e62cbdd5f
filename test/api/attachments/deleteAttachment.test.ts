import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attach,
  blobsOf,
  deleteAttachment,
  deliverOutbox,
  download,
  gatewayOn,
  listAttachments,
  newMessage,
  type StoredGateway,
  usageOf,
} from '#test/support/attachments.ts';
import { deleteMessage, eventsOf, messageIn } from '#test/support/conversations.ts';
import type { Member, TestGateway } from '#test/support/gateway.ts';

describe.each(['disk', 's3'] as const)('deleteAttachment on %s', (kind) => {
  let stored: StoredGateway;
  let gateway: TestGateway;
  let user: Member;
  beforeAll(async () => {
    stored = await gatewayOn(kind);
    ({ gateway } = stored);
    user = await gateway.user();
  });
  afterAll(() => stored.close());

  it('returns 204, removes the attachment, and deletes its bytes after the commit', async () => {
    const { messageId } = await newMessage(user);
    const [kept, gone] = [await attach(gateway, user, messageId), await attach(gateway, user, messageId)];
    expect((await deleteAttachment(user, gone.id)).response.status).toBe(204);
    expect((await listAttachments(user, messageId)).data?.items).toEqual([kept]);
    expect((await download(gateway, user, gone.id)).status).toBe(404);
    expect(await blobsOf(gateway)).toContain(`attachments/${gone.id}`);
    await deliverOutbox(gateway);
    expect(await blobsOf(gateway)).toEqual([`attachments/${kept.id}`]);
    expect((await download(gateway, user, kept.id)).status).toBe(200);
  });

  it('frees the quota', async () => {
    const owner = await gateway.user();
    const { messageId } = await newMessage(owner);
    const [one, two] = [
      await attach(gateway, owner, messageId, { content: 'abc' }),
      await attach(gateway, owner, messageId, { content: 'de' }),
    ];
    expect(await usageOf(gateway, owner)).toBe(5);
    await deleteAttachment(owner, one.id);
    expect(await usageOf(gateway, owner)).toBe(2);
    await deleteAttachment(owner, two.id);
    expect(await usageOf(gateway, owner)).toBe(0);
  });

  it('logs the deletion', async () => {
    const { conversationId, messageId } = await newMessage(user);
    await deleteAttachment(user, (await attach(gateway, user, messageId)).id);
    expect((await eventsOf(user, conversationId)).data?.items.slice(2)).toMatchObject([
      { seq: 3, type: 'attachment_created', message_id: messageId },
      { seq: 4, type: 'attachment_deleted', message_id: messageId },
    ]);
  });

  it('deletes once under parallel requests', async () => {
    const owner = await gateway.user();
    const { conversationId, messageId } = await newMessage(owner);
    await attach(gateway, owner, messageId);
    const { id } = await attach(gateway, owner, messageId);
    const size = await usageOf(gateway, owner);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => deleteAttachment(owner, id)));
    expect(outcomes.map(({ response }) => response.status).sort()).toEqual([204, 404, 404, 404]);
    expect(await usageOf(gateway, owner)).toBe(size / 2);
    expect((await eventsOf(owner, conversationId)).data?.total).toBe(5);
  });

  it('returns 404 for an unknown or foreign attachment, also to an admin, and deletes nothing', async () => {
    const { messageId } = await newMessage(user);
    const made = await attach(gateway, user, messageId);
    const outcomes = await Promise.all([
      deleteAttachment(user, randomUUID()),
      deleteAttachment(await gateway.user(), made.id),
      deleteAttachment(await gateway.admin(), made.id),
    ]);
    expect(outcomes.map(({ response, error }) => [response.status, error?.code])).toEqual(
      Array(3).fill([404, 'not_found']),
    );
    expect((await listAttachments(user, messageId)).data?.items).toEqual([made]);
  });

  describe('the bytes of an attachment', () => {
    /** Two messages of one conversation with two files each, and a file elsewhere. */
    async function filled(owner: Member) {
      const { conversationId, messageId } = await newMessage(owner);
      const second = await messageIn(owner, conversationId, { content: 'Two' });
      const elsewhere = await attach(gateway, owner, (await newMessage(owner)).messageId);
      const made = [];
      for (const message of [messageId, second.id])
        for (let file = 0; file < 2; file++) made.push((await attach(gateway, owner, message)).id);
      return { conversationId, messageId, made, elsewhere };
    }

    it('are deleted with the message', async () => {
      const owner = await gateway.user();
      const { conversationId, messageId, made, elsewhere } = await filled(owner);
      await deleteMessage(owner, conversationId, messageId);
      await expectLeft(owner, made, [...made.slice(2), elsewhere.id], elsewhere.file_size);
    });

    it('are deleted with the conversation', async () => {
      const owner = await gateway.user();
      const { conversationId, made, elsewhere } = await filled(owner);
      await owner.api.DELETE('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: conversationId } },
      });
      await expectLeft(owner, made, [elsewhere.id], elsewhere.file_size);
    });

    it('are deleted with the account', async () => {
      const owner = await gateway.user();
      const { made, elsewhere } = await filled(owner);
      const { response } = await owner.api.DELETE('/api/users/me', { body: { password: owner.password } });
      expect(response.status).toBe(204);
      await deliverOutbox(gateway);
      const blobs = await blobsOf(gateway);
      expect([...made, elsewhere.id].filter((id) => blobs.includes(`attachments/${id}`))).toEqual([]);
      expect(await usageOf(gateway, owner)).toBe(0);
    });

    async function expectLeft(owner: Member, made: string[], left: string[], each: number): Promise<void> {
      for (const id of made)
        expect((await download(gateway, owner, id)).status).toBe(left.includes(id) ? 200 : 404);
      expect(await usageOf(gateway, owner)).toBe(left.length * each);
      await deliverOutbox(gateway);
      const blobs = await blobsOf(gateway);
      expect(made.filter((id) => blobs.includes(`attachments/${id}`))).toEqual(
        made.filter((id) => left.includes(id)),
      );
    }
  });
});
