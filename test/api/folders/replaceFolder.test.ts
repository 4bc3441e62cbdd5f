import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import {
  createChain,
  createFolder,
  fileConversation,
  listFolders,
  outlineOf,
  readFolder,
  replaceFolder,
  treeOf,
} from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

describe('replaceFolder', () => {
  it('replaces name, color, icon and parent, and returns the next version', async () => {
    const parent = await createFolder(user);
    const id = await createFolder(user);
    const wanted = { name: randomUUID(), color: 'teal', icon: 'heart', parent_folder_id: parent };
    const { data, response } = await replaceFolder(user, id, wanted);
    expect([response.status, response.headers.get('etag')]).toEqual([200, 'W/"2-0"']);
    expect(data).toMatchObject({ id, ...wanted });
    expect((await readFolder(user, id)).data).toEqual(data);
    expect((await replaceFolder(user, id, { name: wanted.name })).data).toMatchObject({
      color: null,
      icon: null,
      parent_folder_id: null,
    });
  });

  it('keeps the version when nothing changes', async () => {
    const name = randomUUID();
    const id = await createFolder(user, null, name);
    const before = await readFolder(user, id);
    const { data, response } = await replaceFolder(user, id, { name });
    expect([data, response.headers.get('etag')]).toEqual([before.data, 'W/"1-0"']);
    expect((await replaceFolder(user, id, { name: name.toUpperCase() })).response.headers.get('etag')).toBe(
      'W/"2-0"',
    );
  });

  it('sorts a renamed folder by its new name', async () => {
    const member = await gateway.user();
    const a = await createFolder(member, null, 'a');
    await createFolder(member, null, 'b');
    await replaceFolder(member, a, { name: 'c' });
    expect((await listFolders(member)).data?.items.map(({ name }) => name)).toEqual(['b', 'c']);
  });

  it('returns 409 for the name of a sibling, here or in the new parent', async () => {
    const member = await gateway.user();
    const a = await createFolder(member, null, 'a');
    const b = await createFolder(member, null, 'b');
    await createFolder(member, a, 'B');
    for (const body of [{ name: 'A' }, { name: 'b', parent_folder_id: a }]) {
      const { error, response } = await replaceFolder(member, b, body);
      expect([body, response.status, error?.code]).toEqual([body, 409, 'duplicate_name']);
    }
    expect(outlineOf(await treeOf(member))).toEqual([['a', ['B']], 'b']);
  });

  it('returns 409 for a parent inside the folder itself', async () => {
    const [outer, middle, inner] = (await createChain(user, 3)) as [string, string, string];
    for (const parent of [outer, middle, inner]) {
      const { error, response } = await replaceFolder(user, outer, {
        name: randomUUID(),
        parent_folder_id: parent,
      });
      expect([response.status, error?.code]).toEqual([409, 'folder_cycle']);
    }
    expect((await readFolder(user, outer)).response.headers.get('etag')).toBe('W/"1-0"');
  });

  it('returns 412 for a stale version, and to one of two parallel changes of one version', async () => {
    const id = await createFolder(user);
    const both = await Promise.all(
      [randomUUID(), randomUUID()].map((name) => replaceFolder(user, id, { name }, 'W/"1-0"')),
    );
    expect(both.map(({ response }) => response.status).sort()).toEqual([200, 412]);
    const stale = await replaceFolder(user, id, { name: randomUUID() }, 'W/"1-0"');
    expect([stale.response.status, stale.error?.code]).toEqual([412, 'precondition_failed']);
  });

  it('accepts a version from before a conversation was put into the folder', async () => {
    const id = await createFolder(user);
    const etag = String((await readFolder(user, id)).response.headers.get('etag'));
    await fileConversation(user, await createConversation(user), id);
    const { data, response } = await replaceFolder(user, id, { name: randomUUID() }, etag);
    expect([response.status, data?.conversation_count]).toEqual([200, 1]);
  });

  it("returns 404 for an unknown or another user's folder or parent, and changes nothing", async () => {
    const id = await createFolder(user);
    const stranger = await gateway.user();
    expect((await replaceFolder(stranger, id, { name: 'Theirs' })).response.status).toBe(404);
    for (const parent of [randomUUID(), await createFolder(stranger)]) {
      const { response } = await replaceFolder(user, id, { name: randomUUID(), parent_folder_id: parent });
      expect(response.status).toBe(404);
    }
    expect((await readFolder(user, id)).response.headers.get('etag')).toBe('W/"1-0"');
  });

  it('returns 422 for a body without a parent', async () => {
    const id = await createFolder(user);
    const { error, response } = await user.api.PUT('/api/folders/{folder_id}', {
      params: { path: { folder_id: id } },
      body: { name: 'x', color: null, icon: null } as never,
    });
    expect([response.status, error?.errors?.[0]]).toMatchObject([422, { rule: 'required' }]);
  });
});
