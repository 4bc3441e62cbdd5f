import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONVERSATION_CHANNEL } from '#src/domain/conversations/conversation-log.ts';
import { createConversation, eventsOf, messageIn, readConversation } from '#test/support/conversations.ts';
import {
  createChain,
  createFolder,
  deleteFolder,
  fileConversation,
  moveFolder,
  outlineOf,
  postFolder,
  readFolder,
  treeOf,
} from '#test/support/folders.ts';
import { type Member, startReplica, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let replica: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  replica = await startReplica(gateway);
  user = await gateway.user();
});
afterAll(() => replica.close());

const conversationsOf = async (member: Member, query: { folder_id?: string } = {}) =>
  (await member.api.GET('/api/conversations', { params: { query } })).data?.items ?? [];

describe('deleteFolder', () => {
  it('returns 204 and keeps the conversations with their order and times', async () => {
    const member = await gateway.user();
    const id = await createFolder(member);
    for (let i = 0; i < 4; i++) {
      const conversation = await createConversation(member, `Conversation ${i}`);
      if (i % 2 === 0) await fileConversation(member, conversation, id);
      await messageIn(member, conversation, { content: `Message ${i}` });
    }
    const before = await conversationsOf(member);
    expect((await deleteFolder(member, id)).response.status).toBe(204);
    expect((await readFolder(member, id)).response.status).toBe(404);
    expect(await conversationsOf(member)).toEqual(before.map((one) => ({ ...one, folder_id: null })));
  });

  it('gives the conversations a new version and logs the change of their folder', async () => {
    const id = await createFolder(user);
    const conversation = await createConversation(user);
    await fileConversation(user, conversation, id);
    await messageIn(user, conversation, { content: 'Hello.' });
    const etag = (await readConversation(user, conversation)).response.headers.get('etag');
    await deleteFolder(user, id);
    expect((await readConversation(user, conversation)).response.headers.get('etag')).not.toBe(etag);
    const { data } = await eventsOf(user, conversation, { types: ['conversation_updated'] });
    expect(data?.total).toBe(2);
    expect(data?.items.at(-1)).toMatchObject({ seq: 4, changed_fields: ['folder_id'] });
    await fileConversation(user, conversation, await createFolder(user));
    expect((await eventsOf(user, conversation)).data?.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('notifies subscribers of its conversations on another replica', async () => {
    const id = await createFolder(user);
    const conversation = await createConversation(user);
    await fileConversation(user, conversation, id);
    const { notifications } = replica.app.platform;
    const woken = new Promise<number | undefined>((resolve) => {
      notifications.subscribe(CONVERSATION_CHANNEL, conversation, (wake) => {
        if (wake.kind === 'change' && wake.seq === 3) resolve(wake.seq);
      });
    });
    await deleteFolder(user, id);
    expect(await woken).toBe(3);
  });

  it('moves its subfolders to the top, with their content and a new version', async () => {
    const member = await gateway.user();
    const a = await createFolder(member, null, 'a');
    const b = await createFolder(member, a, 'b');
    const c = await createFolder(member, b, 'c');
    await createFolder(member, c, 'd');
    await createFolder(member, b, 'e');
    await deleteFolder(member, b);
    expect(outlineOf(await treeOf(member))).toEqual(['a', ['c', ['d']], 'e']);
    expect((await readFolder(member, c)).response.headers.get('etag')).toBe('W/"2-0"');
    expect((await readFolder(member, c)).data?.parent_folder_id).toBe(null);
  });

  it('allows a subfolder with the name of its deleted parent', async () => {
    const member = await gateway.user();
    const outer = await createFolder(member, null, 'Same');
    await createFolder(member, outer, 'same');
    expect((await deleteFolder(member, outer)).response.status).toBe(204);
    expect(outlineOf(await treeOf(member))).toEqual(['same']);
  });

  it('returns 409 when the name of a subfolder is taken at the top, and changes nothing', async () => {
    const member = await gateway.user();
    const outer = await createFolder(member, null, 'outer');
    await createFolder(member, outer, 'Twin');
    await createFolder(member, outer, 'other');
    await createFolder(member, null, 'twin');
    const conversation = await createConversation(member);
    await fileConversation(member, conversation, outer);
    const { error, response } = await deleteFolder(member, outer);
    expect([response.status, error?.code]).toEqual([409, 'duplicate_name']);
    expect(outlineOf(await treeOf(member))).toEqual([['outer', ['other', 'Twin']], 'twin']);
    expect((await readConversation(member, conversation)).data?.folder_id).toBe(outer);
  });

  it('returns 412 for a stale version and deletes nothing', async () => {
    const [outer, inner] = (await createChain(user, 2)) as [string, string];
    await moveFolder(user, inner, await createFolder(user));
    expect((await deleteFolder(user, inner, 'W/"1-0"')).response.status).toBe(412);
    expect((await deleteFolder(user, inner, 'W/"2-0"')).response.status).toBe(204);
    expect((await deleteFolder(user, outer, '*')).response.status).toBe(204);
  });

  it("returns 404 for an unknown, deleted or another user's folder and deletes nothing", async () => {
    const id = await createFolder(user);
    expect((await deleteFolder(await gateway.user(), id)).response.status).toBe(404);
    expect((await deleteFolder(user, randomUUID())).response.status).toBe(404);
    expect((await deleteFolder(user, id)).response.status).toBe(204);
    expect((await deleteFolder(user, id)).response.status).toBe(404);
  });
});

describe('deleteFolder in parallel with changes on another replica', () => {
  const elsewhere = (): Member => ({ ...user, api: replica.client(user.accessToken) });

  it('leaves no conversation in the deleted folder', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await createFolder(user);
      const [inside, outside] = [await createConversation(user), await createConversation(user)];
      await fileConversation(user, inside, id);
      const there = elsewhere();
      const patch = (conversation: string, body: { title?: string; folder_id?: string }) =>
        there.api.PATCH('/api/conversations/{conversation_id}', {
          params: { path: { conversation_id: conversation } },
          body,
        });
      const titles = ['One', 'Two', 'Three', 'Four'];
      const [deleted, filed, created] = await Promise.all([
        deleteFolder(user, id),
        patch(outside, { folder_id: id }),
        there.api.POST('/api/conversations', { body: { title: 'New', folder_id: id } }),
        ...titles.map((title) => patch(inside, { title })),
      ]);
      expect(deleted.response.status).toBe(204);
      expect([200, 422]).toContain(filed.response.status);
      expect([201, 422]).toContain(created.response.status);
      const all = [inside, outside, ...(created.data === undefined ? [] : [created.data.id])];
      for (const conversation of all)
        expect((await readConversation(user, conversation)).data?.folder_id).toBe(null);
      const { data } = await eventsOf(user, inside);
      expect(data?.items.map(({ seq }) => seq)).toEqual(data?.items.map((_event, i) => i + 1));
      const updates = data?.items.filter(({ type }) => type === 'conversation_updated').length;
      expect((await eventsOf(user, inside, { types: ['conversation_updated'] })).data?.total).toBe(updates);
      // Who was put into it in time was also taken out of it, and the log says both.
      const moves = async (conversation: string) =>
        (await eventsOf(user, conversation, { types: ['conversation_updated'] })).data?.total;
      expect(await moves(outside)).toBe(filed.response.status === 200 ? 2 : 0);
      if (created.data !== undefined) expect(await moves(created.data.id)).toBe(1);
    }
  });

  it('deletes no subfolder that is created in it meanwhile', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await createFolder(user);
      const [deleted, made] = await Promise.all([
        deleteFolder(user, id),
        postFolder(elsewhere(), { name: randomUUID(), parent_folder_id: id }),
      ]);
      expect(deleted.response.status).toBe(204);
      expect([201, 404]).toContain(made.response.status);
      if (made.data === undefined) continue;
      expect((await readFolder(user, made.data.id)).data?.parent_folder_id).toBe(null);
    }
  });
});
