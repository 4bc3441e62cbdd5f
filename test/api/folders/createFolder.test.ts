import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '#test/support/audit.ts';
import { createChain, createFolder, listFolders, postFolder, treeOf } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

describe('createFolder', () => {
  it('returns 201 with the folder at the top, its location and its version', async () => {
    const { data, response } = await postFolder(user, { name: 'Cardiology', color: '#d64545', icon: '🫀' });
    expect(response.status).toBe(201);
    expect(data).toMatchObject({
      name: 'Cardiology',
      color: '#d64545',
      icon: '🫀',
      parent_folder_id: null,
      conversation_count: 0,
    });
    expect(data?.created_at).toBe(data?.updated_at);
    expect(response.headers.get('location')).toBe(`/api/folders/${data?.id}`);
    expect(response.headers.get('etag')).toBe('W/"1-0"');
  });

  it('creates a folder inside another, with a name that exists at the top', async () => {
    const parent = await createFolder(user, null, 'Neurology');
    const { data } = await postFolder(user, { name: 'Neurology', parent_folder_id: parent });
    expect(data).toMatchObject({ parent_folder_id: parent, color: null, icon: null });
  });

  it('returns 409 for the name of a sibling, also with other case, composed accents or outer spaces', async () => {
    const parent = await createFolder(user);
    await postFolder(user, { name: 'Épilepsie', parent_folder_id: parent });
    for (const name of ['Épilepsie', 'ÉPILEPSIE', 'e\u0301pilepsie', '  Épilepsie ']) {
      const { error, response } = await postFolder(user, { name, parent_folder_id: parent });
      expect([name, response.status, error?.code]).toEqual([name, 409, 'duplicate_name']);
      expect(JSON.stringify(error)).not.toContain('pilepsie');
    }
    expect((await postFolder(user, { name: 'Epilepsie', parent_folder_id: parent })).response.status).toBe(
      201,
    );
  });

  it('returns 201 to one and 409 to the others of parallel creations of one name', async () => {
    for (const parent of [null, await createFolder(user)]) {
      const name = randomUUID();
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => postFolder(user, { name, parent_folder_id: parent })),
      );
      expect(replies.map(({ response }) => response.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    }
  });

  it('lets another user have the same name', async () => {
    const name = randomUUID();
    await createFolder(user, null, name);
    expect((await postFolder(await gateway.user(), { name })).response.status).toBe(201);
  });

  it('creates once for one key, also under parallel retries', async () => {
    const member = await gateway.user();
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => postFolder(member, { name: 'Once' }, key)),
    );
    expect(new Set(replies.map(({ data }) => data?.id)).size).toBe(1);
    expect(replies.map(({ response }) => response.status)).toEqual(Array(5).fill(201));
    expect((await listFolders(member)).data?.total).toBe(1);
  });

  it('forgets the key of a request that failed', async () => {
    const [key, name] = [randomUUID(), randomUUID()];
    await createFolder(user, null, name);
    const refused = await postFolder(user, { name }, key);
    expect([refused.response.status, refused.error?.code]).toEqual([409, 'duplicate_name']);
    expect((await postFolder(user, { name: randomUUID() }, key)).response.status).toBe(201);
  });

  it('returns 409 below the tenth level', async () => {
    const member = await gateway.user();
    const chain = await createChain(member, 10);
    const { error, response } = await postFolder(member, { name: 'x', parent_folder_id: chain[9] as string });
    expect([response.status, error?.code]).toEqual([409, 'conflict']);
    expect(error?.detail).toContain('10 levels');
  });

  it("returns 404 for an unknown or another user's parent and creates nothing", async () => {
    const own = await gateway.user();
    const foreign = await createFolder(await gateway.user());
    for (const parent of [randomUUID(), foreign]) {
      const { response } = await postFolder(own, { name: 'x', parent_folder_id: parent });
      expect(response.status).toBe(404);
    }
    expect(await treeOf(own)).toEqual([]);
  });

  it('returns 422 with the path of a malformed field, and does not repeat its value', async () => {
    const refused = [
      [{ name: '' }, '/name'],
      [{ name: '   ' }, '/name'],
      [{ name: 'ZX81\nZX81' }, '/name'],
      [{ name: 'ZX81'.repeat(64) }, '/name'],
      [{ name: 'x', color: 'ZX81 red' }, '/color'],
      [{ name: 'x', icon: '' }, '/icon'],
      [{ name: 'x', parent_folder_id: 'ZX81' }, '/parent_folder_id'],
    ] as const;
    for (const [body, path] of refused) {
      const { error, response } = await postFolder(user, body);
      expect([body, response.status, error?.errors?.[0]?.path]).toEqual([body, 422, path]);
      expect(JSON.stringify(error)).not.toContain('ZX81');
    }
  });

  it('keeps names of the greatest length in any script', async () => {
    const own = await gateway.user();
    const letters = ['ﷺ', 'İ', '\u{1D160}', '\u0958', '𝔸', '漢', 'ü'];
    for (const letter of letters) {
      const name = Array.from({ length: 255 }, (_value, i) => (i % 3 === 0 ? letter : letters[i % 7])).join(
        '',
      );
      const { data, response } = await postFolder(own, { name });
      expect([letter, response.status, data?.name]).toEqual([letter, 201, name]);
    }
    expect((await listFolders(own)).data?.total).toBe(letters.length);
  });

  it('writes the id of the folder into the audit trail, and not its name', async () => {
    const name = `Name-${randomUUID()}`;
    const { data, response } = await postFolder(user, { name });
    const again = await postFolder(user, { name });
    const { database } = gateway.database;
    const [made] = await entriesOf(database, String(response.headers.get('x-request-id')));
    const [refused] = await entriesOf(database, String(again.response.headers.get('x-request-id')));
    expect(made).toMatchObject({
      action: 'folder.create',
      outcome: 'succeeded',
      object_type: 'folder',
      object_id: data?.id,
    });
    expect(refused).toMatchObject({ outcome: 'refused', error_code: 'duplicate_name' });
    expect(JSON.stringify([made, refused])).not.toContain(name);
  });
});
