import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import { createChain, createFolder, fileConversation, outlineOf, treeOf } from '#test/support/folders.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('getFolderTree', () => {
  it('returns all folders of the caller only, nested, each level by name', async () => {
    const user = await gateway.user();
    await createFolder(await gateway.user());
    const b = await createFolder(user, null, 'beta');
    const inner = await createFolder(user, b, 'Inner');
    await createFolder(user, inner, 'z');
    await createFolder(user, inner, 'Y');
    await createFolder(user, b, 'another');
    await createFolder(user, null, 'Alpha');
    await createFolder(user, null, 'Gamma');
    expect(outlineOf(await treeOf(user))).toEqual([
      'Alpha',
      ['beta', ['another', ['Inner', ['Y', 'z']]]],
      'Gamma',
    ]);
  });

  it('returns each folder as getFolder does', async () => {
    const user = await gateway.user();
    const [outer, inner] = (await createChain(user, 2)) as [string, string];
    await fileConversation(user, await createConversation(user), inner);
    const [top] = await treeOf(user);
    expect(top).toMatchObject({ id: outer, parent_folder_id: null, conversation_count: 0 });
    const { children, ...node } = top?.children[0] ?? { children: undefined };
    const { data } = await user.api.GET('/api/folders/{folder_id}', {
      params: { path: { folder_id: inner } },
    });
    expect([node, children]).toEqual([{ ...data, conversation_count: 1 }, []]);
  });

  it('returns an empty tree to a user without folders', async () => {
    expect(await treeOf(await gateway.user())).toEqual([]);
  });

  it('returns 405 for PUT and DELETE, although the path resembles that of a folder', async () => {
    const user = await gateway.user();
    for (const method of ['PUT', 'DELETE']) {
      const reply = await gateway.fetch('/api/folders/tree', {
        method,
        headers: { authorization: `Bearer ${user.accessToken}` },
      });
      expect([method, reply.status, reply.headers.get('allow')]).toEqual([
        method,
        405,
        expect.stringContaining('GET'),
      ]);
    }
  });
});
