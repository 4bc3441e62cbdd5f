import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import {
  createChain,
  createFolder,
  deleteFolder,
  fileConversation,
  moveFolder,
  outlineOf,
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

/** The same member at the other replica. */
const elsewhere = (member: Member): Member => ({ ...member, api: replica.client(member.accessToken) });

type Nodes = Awaited<ReturnType<typeof treeOf>>;
const idsOf = (nodes: Nodes): string[] => nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]);
const depthOf = (nodes: Nodes): number => Math.max(0, ...nodes.map(({ children }) => 1 + depthOf(children)));

describe('moveFolder', () => {
  it('moves a folder with its content into another', async () => {
    const member = await gateway.user();
    const a = await createFolder(member, null, 'a');
    await createFolder(member, a, 'inside a');
    const b = await createFolder(member, null, 'b');
    await fileConversation(member, await createConversation(member), a);
    const { data, response } = await moveFolder(member, a, b);
    expect([response.status, response.headers.get('etag')]).toEqual([200, 'W/"2-1"']);
    expect(data).toMatchObject({ id: a, parent_folder_id: b, conversation_count: 1 });
    expect((await readFolder(member, a)).data).toEqual(data);
    expect(outlineOf(await treeOf(member))).toEqual([['b', [['a', ['inside a']]]]]);
  });

  it('keeps the version when the folder is already there', async () => {
    const [outer, inner] = (await createChain(user, 2)) as [string, string];
    const { response } = await moveFolder(user, inner, outer);
    expect([response.status, response.headers.get('etag')]).toEqual([200, 'W/"1-0"']);
  });

  it('returns 409 for a move into itself or its own subfolder, and for a taken name', async () => {
    const [outer, middle, inner] = (await createChain(user, 3)) as [string, string, string];
    for (const target of [outer, middle, inner]) {
      const { error, response } = await moveFolder(user, outer, target);
      expect([response.status, error?.code]).toEqual([409, 'folder_cycle']);
    }
    const name = randomUUID();
    await createFolder(user, outer, name);
    const { error, response } = await moveFolder(user, await createFolder(user, null, name), outer);
    expect([response.status, error?.code]).toEqual([409, 'duplicate_name']);
  });

  it('returns 409 when a moved subfolder would lie below the tenth level', async () => {
    const member = await gateway.user();
    const long = await createChain(member, 7);
    const [top] = (await createChain(member, 4)) as [string];
    const [, three] = await createChain(member, 4);
    const tooDeep = await moveFolder(member, top, long[6] as string);
    expect([tooDeep.response.status, tooDeep.error?.code]).toEqual([409, 'conflict']);
    expect((await moveFolder(member, three as string, long[6] as string)).response.status).toBe(200);
    expect(depthOf(await treeOf(member))).toBe(10);
  });

  it("returns 404 for an unknown or another user's folder or target, and moves nothing", async () => {
    const own = await createFolder(user);
    const stranger = await gateway.user();
    const foreign = await createFolder(stranger);
    const pairs = [
      [own, foreign],
      [foreign, own],
      [own, randomUUID()],
      [randomUUID(), own],
    ] as const;
    for (const [id, target] of pairs) expect((await moveFolder(user, id, target)).response.status).toBe(404);
    expect((await moveFolder(stranger, foreign, own)).response.status).toBe(404);
    expect((await readFolder(user, own)).data?.parent_folder_id).toBe(null);
    expect((await readFolder(stranger, foreign)).data?.parent_folder_id).toBe(null);
  });
});

describe('moveFolder in parallel on two replicas', () => {
  it('makes no cycle when each of two folders is moved into the other', async () => {
    const member = await gateway.user();
    for (let round = 0; round < 12; round++) {
      const [a, b] = [await createFolder(member), await createFolder(member)];
      const both = await Promise.all([moveFolder(member, a, b), moveFolder(elsewhere(member), b, a)]);
      const outcomes = both.map(({ error, response }) => error?.code ?? response.status).sort();
      expect(outcomes).toEqual([200, 'folder_cycle']);
    }
    expect(idsOf(await treeOf(member))).toHaveLength(24);
  });

  it('makes no cycle of three folders through their subfolders', async () => {
    const member = await gateway.user();
    for (let round = 0; round < 8; round++) {
      const chains = [
        await createChain(member, 2),
        await createChain(member, 2),
        await createChain(member, 2),
      ];
      const replies = await Promise.all(
        chains.map(([outer], i) =>
          moveFolder(
            i % 2 === 0 ? member : elsewhere(member),
            outer as string,
            chains[(i + 1) % 3]?.[1] as string,
          ),
        ),
      );
      const outcomes = replies.map(({ error, response }) => error?.code ?? response.status).sort();
      expect(outcomes).toEqual([200, 200, 'folder_cycle']);
    }
    expect(idsOf(await treeOf(member))).toHaveLength(48);
  });

  it('returns 409 to one of two moves that together exceed ten levels', async () => {
    const member = await gateway.user();
    for (let round = 0; round < 6; round++) {
      const [upper, middle, lower] = [
        await createChain(member, 4),
        await createChain(member, 4),
        await createChain(member, 4),
      ];
      const replies = await Promise.all([
        moveFolder(member, middle[0] as string, upper[3] as string),
        moveFolder(elsewhere(member), lower[0] as string, middle[3] as string),
      ]);
      const outcomes = replies.map(({ error, response }) => error?.code ?? response.status).sort();
      expect(outcomes).toEqual([200, 'conflict']);
    }
    expect(depthOf(await treeOf(member))).toBe(8);
  });

  it('keeps every folder in the tree under any parallel moves and deletions', async () => {
    const member = await gateway.user();
    const ids: string[] = [];
    for (let i = 0; i < 14; i++) ids.push(await createFolder(member));
    const pick = (): string => ids[Math.floor(Math.random() * ids.length)] as string;
    const replies = await Promise.all(
      Array.from({ length: 80 }, (_value, i) =>
        moveFolder(i % 2 === 0 ? member : elsewhere(member), pick(), pick()),
      ),
    );
    for (const { error, response } of replies)
      expect([200, 'folder_cycle', 'conflict']).toContain(error?.code ?? response.status);
    const tree = await treeOf(member);
    expect(idsOf(tree).sort()).toEqual([...ids].sort());
    expect(depthOf(tree)).toBeLessThanOrEqual(10);
    const gone = ids.splice(0, 4);
    const mixed = await Promise.all([
      ...gone.map((id) => deleteFolder(member, id)),
      ...Array.from({ length: 40 }, (_value, i) =>
        moveFolder(elsewhere(member), pick(), i % 3 === 0 ? (gone[i % 4] as string) : pick()),
      ),
    ]);
    expect(mixed.slice(0, 4).map(({ response }) => response.status)).toEqual([204, 204, 204, 204]);
    for (const { error, response } of mixed.slice(4))
      expect([200, 'folder_cycle', 'conflict', 'not_found']).toContain(error?.code ?? response.status);
    expect(idsOf(await treeOf(member)).sort()).toEqual([...ids].sort());
  });
});
