import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import { createFolder, fileConversation, readFolder, replaceFolder } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const readIfNew = (id: string, etag: string) =>
  gateway.fetch(`/api/folders/${id}`, {
    headers: { authorization: `Bearer ${user.accessToken}`, 'if-none-match': etag },
  });

describe('getFolder', () => {
  it('counts the conversations directly in the folder, archived ones included', async () => {
    const id = await createFolder(user);
    const inner = await createFolder(user, id);
    const [a, b, c] = [
      await createConversation(user),
      await createConversation(user),
      await createConversation(user),
    ];
    await fileConversation(user, a, id);
    await fileConversation(user, b, id);
    await fileConversation(user, c, inner);
    await user.api.PATCH('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: b } },
      body: { archived: true },
    });
    expect((await readFolder(user, id)).data?.conversation_count).toBe(2);
    await fileConversation(user, a, inner);
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: b } },
    });
    expect((await readFolder(user, id)).data?.conversation_count).toBe(0);
    expect((await readFolder(user, inner)).data?.conversation_count).toBe(2);
  });

  it('returns 412 when the folder is not in the version that If-Match names', async () => {
    const id = await createFolder(user);
    const { etag } = Object.fromEntries((await readFolder(user, id)).response.headers);
    const read = (wanted: string) =>
      gateway.fetch(`/api/folders/${id}`, {
        headers: { authorization: `Bearer ${user.accessToken}`, 'if-match': wanted },
      });
    expect([(await read(String(etag))).status, (await read('W/"9-9"')).status]).toEqual([200, 412]);
  });

  it('returns 304 until the folder or its number of conversations changes', async () => {
    const id = await createFolder(user);
    const first = String((await readFolder(user, id)).response.headers.get('etag'));
    expect((await readIfNew(id, first)).status).toBe(304);
    await fileConversation(user, await createConversation(user), id);
    const second = await readIfNew(id, first);
    expect(second.status).toBe(200);
    await replaceFolder(user, id, { name: randomUUID() });
    expect((await readIfNew(id, String(second.headers.get('etag')))).status).toBe(200);
  });

  it("returns 404 for an unknown or another user's folder", async () => {
    const foreign = await createFolder(await gateway.user());
    for (const id of [randomUUID(), foreign]) expect((await readFolder(user, id)).response.status).toBe(404);
  });
});
