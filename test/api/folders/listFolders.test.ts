import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFolder, deleteFolder, listFolders, postFolder, replaceFolder } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

async function namesOf(member: Member, query: Parameters<typeof listFolders>[1] = {}): Promise<string[]> {
  return (await listFolders(member, query)).data?.items.map(({ name }) => name) ?? [];
}

/** Names from a position on, in pages of the given size. */
async function follow(member: Member, cursor: string | null | undefined, size: number): Promise<string[]> {
  const seen: string[] = [];
  for (let next = cursor; next; ) {
    const { data } = await listFolders(member, { page_size: size, cursor: next });
    seen.push(...(data?.items.map(({ name }) => name) ?? []));
    next = data?.next_cursor;
  }
  return seen;
}

describe('listFolders', () => {
  it('lists the folders at the top, or those directly inside another, by name', async () => {
    const user = await gateway.user();
    await createFolder(await gateway.user(), null, 'Of another');
    const b = await createFolder(user, null, 'b');
    await createFolder(user, null, 'A');
    await createFolder(user, null, 'C');
    const inner = await createFolder(user, b, 'z');
    await createFolder(user, b, 'Y');
    await createFolder(user, inner, 'deep');
    expect(await namesOf(user)).toEqual(['A', 'b', 'C']);
    expect(await namesOf(user, { parent_id: b })).toEqual(['Y', 'z']);
    const { data } = await listFolders(user, { parent_id: b });
    expect(data).toMatchObject({ total: 2, page_size: 20, next_cursor: null });
  });

  it('follows the cursor through every row once, and returns numbered pages', async () => {
    const user = await gateway.user();
    const parent = await createFolder(user);
    const names = ['a', 'B', 'c', 'D', 'e', 'ä', '漢'];
    for (const name of [...names].reverse()) await createFolder(user, parent, name);
    const first = await listFolders(user, { parent_id: parent, page_size: 3 });
    const seen = first.data?.items.map(({ name }) => name) ?? [];
    for (let cursor = first.data?.next_cursor; cursor; ) {
      const { data } = await listFolders(user, { parent_id: parent, page_size: 3, cursor });
      seen.push(...(data?.items.map(({ name }) => name) ?? []));
      cursor = data?.next_cursor;
    }
    expect(seen).toEqual(names);
    expect(await namesOf(user, { parent_id: parent, page_size: 3, page: 2 })).toEqual(names.slice(3, 6));
    expect(await namesOf(user, { parent_id: parent, page_size: 3, page: 4 })).toEqual([]);
  });

  it('loses no folder when the one at the cursor was renamed or deleted', async () => {
    const user = await gateway.user();
    const ids = new Map<string, string>();
    for (const name of ['a', 'b', 'b1', 'c']) ids.set(name, await createFolder(user, null, name));
    const { data } = await listFolders(user, { page_size: 2 });
    await replaceFolder(user, ids.get('b') as string, { name: 'b2' });
    expect(await follow(user, data?.next_cursor, 1)).toEqual(['b1', 'b2', 'c']);
    await deleteFolder(user, ids.get('b') as string);
    expect(await follow(user, data?.next_cursor, 1)).toEqual(['b1', 'c']);
  });

  it('loses no folder among long names with the same beginning when the one at the cursor is gone', async () => {
    const user = await gateway.user();
    const beginning = 'Überweisung '.repeat(8);
    const names = ['1', '2', '3', '4'].map((end) => beginning + end);
    for (const name of names) await createFolder(user, null, name);
    const { data } = await listFolders(user, { page_size: 2 });
    expect(await follow(user, data?.next_cursor, 1)).toEqual(names.slice(2));
    const place = data?.items[1]?.id as string;
    await replaceFolder(user, place, { name: '漢' });
    const goOn = () => follow(user, data?.next_cursor, 5);
    expect(await goOn()).toEqual(expect.arrayContaining(names.slice(2)));
    await deleteFolder(user, place);
    expect(await goOn()).toEqual(expect.arrayContaining(names.slice(2)));
  });

  it('keeps folder names, which can be those of patients, out of the cursor', async () => {
    const user = await gateway.user();
    for (const name of ['ZX81 one', 'ZX81 two']) await postFolder(user, { name });
    const { data } = await listFolders(user, { page_size: 1 });
    const cursor = Buffer.from(data?.next_cursor ?? '', 'base64url').toString('latin1');
    expect(cursor.length).toBeGreaterThan(32);
    expect(cursor).not.toMatch(/zx81|folders/i);
  });

  it("returns 404 for an unknown or another user's parent", async () => {
    const user = await gateway.user();
    const foreign = await createFolder(await gateway.user());
    for (const parent_id of [randomUUID(), foreign])
      expect((await listFolders(user, { parent_id })).response.status).toBe(404);
  });
});
