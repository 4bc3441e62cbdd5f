import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FOLDERS } from '#src/domain/folders/folder.ts';
import { contextOf, currentContext } from '#test/support/clinical-contexts.ts';
import { createConversation } from '#test/support/conversations.ts';
import {
  createChain,
  createFolder,
  deleteFolder,
  fileConversation,
  listFolders,
  moveFolder,
  postFolder,
  readFolder,
  replaceFolder,
  treeOf,
} from '#test/support/folders.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { planOf } from '#test/support/query-plan.ts';
import { StatementCounter } from '#test/support/statement-counter.ts';

/** A member with folders, a wide level of them, and a chain of nine levels. */
interface Place {
  readonly member: Member;
  readonly parent: string;
  readonly chain: readonly string[];
  readonly conversations: number;
}

const WIDE = 100;
const SEEDED = WIDE * WIDE - 50;

let gateway: TestGateway;
let counter: StatementCounter;
let small: Place;
let large: Place;

beforeAll(async () => {
  gateway = await startGateway({ ROLE: 'api' });
  counter = new StatementCounter(gateway.database.database);
  small = await place(1, 3);
  large = await place(40, SEEDED);
}, 300_000);
afterAll(() => gateway.close());

async function place(conversations: number, folders: number): Promise<Place> {
  const member = await gateway.user();
  const chain = await createChain(member, 8);
  const parent = chain[0] as string;
  await seed(member, parent, folders);
  return { member, parent, chain, conversations };
}

/** Inserts folders at the top, in each of those, and in `parent`. */
async function seed({ userId }: Member, parent: string, folders: number): Promise<void> {
  const { kysely } = gateway.database.database;
  await sql`
    with numbers as (
      select n, gen_random_uuid() as id, n % ${WIDE} as level from generate_series(0, ${folders - 1}::int) as n
    ), tops as (
      select id, n from numbers where n < ${WIDE}
    )
    insert into folders (id, user_id, parent_folder_id, name, name_folded, created_at, updated_at)
    select numbers.id, ${userId}::uuid,
      case when numbers.n < ${WIDE} then null when level = 0 then ${parent}::uuid else tops.id end,
      'Seed ' || numbers.n, 'seed ' || numbers.n, now(), now()
    from numbers left join tops on tops.n = level and numbers.n >= ${WIDE}`.execute(kysely);
  await sql`analyze folders`.execute(kysely);
}

const filled = async ({ member, conversations }: Place): Promise<string> => {
  const id = await createFolder(member);
  await createFolder(member, id);
  for (let i = 0; i < conversations; i++)
    await fileConversation(member, await createConversation(member), id);
  return id;
};
const nothing = async (): Promise<string> => '';

type Work = (place: Place, prepared: string) => Promise<unknown>;

/** The operations on folders, each in its most expensive form; begin and commit are counted. */
const WORK: readonly (readonly [
  name: string,
  statements: number,
  prepare: (place: Place) => Promise<string>,
  work: Work,
])[] = [
  ['createFolder', 8, nothing, ({ member, chain }) => createFolder(member, chain[7])],
  ['getFolder', 1, nothing, ({ member, parent }) => readFolder(member, parent)],
  ['getFolderTree', 1, nothing, ({ member }) => treeOf(member)],
  ['listFolders', 2, nothing, ({ member }) => listFolders(member)],
  ['listFolders of a level', 3, nothing, ({ member, parent }) => listFolders(member, { parent_id: parent })],
  [
    'listFolders by number',
    3,
    nothing,
    ({ member, parent }) => listFolders(member, { parent_id: parent, page: 2, page_size: 1 }),
  ],
  [
    'replaceFolder',
    9,
    ({ member }) => createFolder(member),
    ({ member, chain }, id) =>
      replaceFolder(member, id, { name: randomUUID(), parent_folder_id: chain[7] as string }),
  ],
  [
    'moveFolder',
    9,
    ({ member }) => createFolder(member),
    ({ member, chain }, id) => moveFolder(member, id, chain[7] as string),
  ],
  ['deleteFolder', 10, filled, ({ member }, id) => deleteFolder(member, id)],
];

describe('the number of statements of a request', () => {
  it.each(WORK)('of %s is %i, for any size of the tree', async (_name, most, prepare, work) => {
    const texts: string[][] = [];
    for (const place of [small, large]) {
      const prepared = await prepare(place);
      const statements = await counter.of(() => work(place, prepared));
      texts.push(statements.map(({ text }) => text));
    }
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[1]?.length).toBe(most);
  });
});

describe('a list', () => {
  const lists: Readonly<Record<string, (place: Place) => Promise<unknown>>> = {
    'the folders at the top': ({ member }) => listFolders(member),
    'the folders of a level': ({ member, parent }) => listFolders(member, { parent_id: parent }),
    'the folders behind a cursor': async ({ member }) => {
      const { data } = await listFolders(member, { page_size: 1 });
      return listFolders(member, { cursor: data?.next_cursor ?? '' });
    },
    'the folders of a numbered page': ({ member }) => listFolders(member, { page_size: 2, page: 2 }),
    'the whole tree': ({ member }) => treeOf(member),
    'clinical contexts by their time': ({ member }) => currentContext(member),
    'clinical contexts by their conversation': ({ member }) => currentContext(member, randomUUID()),
  };

  it.each(Object.keys(lists))('of %s reads an index and does not sort', async (list) => {
    const statements = await counter.of(() => lists[list]?.(small) as Promise<unknown>);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const nodes = await planOf(gateway.database.database, statement);
      const costly = nodes.filter((node) => /^(?:Seq Scan|Sort)$/.test(node['Node Type']));
      expect([statement.text, costly]).toEqual([statement.text, []]);
    }
  });
});

describe('an account with 10,000 folders', () => {
  it('returns all of them in one tree, each level in order', async () => {
    const tree = await treeOf(large.member);
    const sizes: number[] = [];
    const count = (nodes: typeof tree): number => {
      sizes.push(nodes.length);
      const names = nodes.map(({ name }) => name.toLowerCase());
      expect(names).toEqual([...names].sort());
      return nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
    };
    expect(count(tree)).toBeGreaterThanOrEqual(SEEDED + large.chain.length);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(WIDE - 1);
  });

  it('pages through a level without losing or repeating one', async () => {
    const { member, parent } = large;
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { data } = await listFolders(member, {
        parent_id: parent,
        page_size: 30,
        ...(cursor ? { cursor } : {}),
      });
      expect(data?.total).toBe(WIDE);
      seen.push(...(data?.items.map(({ id }) => id) ?? []));
      cursor = data?.next_cursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([WIDE, WIDE]);
  });

  it('moves a folder with thousands of subfolders, and checks their depth', async () => {
    const { member } = large;
    const holder = await createFolder(member);
    const { data } = await listFolders(member, { page_size: 100 });
    const seeded = data?.items.filter(({ name }) => name.startsWith('Seed')).slice(0, 20) ?? [];
    for (const { id } of seeded) await moveFolder(member, id, holder);
    expect((await moveFolder(member, holder, large.chain[6] as string)).response.status).toBe(200);
    const tooDeep = await moveFolder(member, holder, large.chain[7] as string);
    expect([tooDeep.response.status, tooDeep.error?.code]).toEqual([409, 'conflict']);
  });

  it('returns 409 at the limit, also under parallel creations', async () => {
    const { member } = large;
    const { kysely } = gateway.database.database;
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from folders where user_id = ${member.userId}`.execute(kysely);
    const room = 3;
    for (let missing = MAX_FOLDERS - room - (rows[0]?.count ?? 0); missing > 0; missing--)
      await createFolder(member);
    const replies = await Promise.all(
      Array.from({ length: room + 4 }, () => postFolder(member, { name: randomUUID() })),
    );
    const outcomes = replies.map(({ error, response }) => error?.code ?? response.status).sort();
    expect(outcomes).toEqual([...Array(room).fill(201), ...Array(4).fill('conflict')]);
    const { error } = await postFolder(member, { name: randomUUID() });
    expect(error?.detail).toContain('10000');
  });
});

describe('createClinicalContext', () => {
  it('sends a number of statements that does not depend on the number of contexts', async () => {
    const { member } = small;
    const before = await counter.of(() => contextOf(member, { age: 1 }));
    for (let i = 0; i < 20; i++) await contextOf(member, { age: i });
    const after = await counter.of(() => contextOf(member, { age: 1 }));
    expect(after.length).toBe(before.length);
    expect((await counter.of(() => currentContext(member))).length).toBe(1);
  });
});
