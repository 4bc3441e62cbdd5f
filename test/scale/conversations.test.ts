import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  branchPage,
  createConversation,
  deleteMessage,
  editMessage,
  eventsOf,
  forkAt,
  messageIn,
  readConversation,
  textsOf,
  writeMessage,
} from '#test/support/conversations.ts';
import { createFolder } from '#test/support/folders.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { planOf } from '#test/support/query-plan.ts';
import { type Statement, StatementCounter } from '#test/support/statement-counter.ts';

let gateway: TestGateway;
let counter: StatementCounter;
let user: Member;
let folder: string;
let small: Place;
let large: Place;

/** A conversation with a branch, and its first message, at which nothing was forked. */
interface Place {
  readonly id: string;
  readonly branch: string;
  readonly first: string;
  readonly fork: string;
}

const NESTED = 198;

beforeAll(async () => {
  // A process that also works on jobs has statements of its own now and then.
  gateway = await startGateway({ ROLE: 'api' });
  counter = new StatementCounter(gateway.database.database);
  user = await gateway.user();
  folder = await createFolder(user);
  small = await nested(1);
  large = await nested(NESTED);
}, 300_000);
afterAll(() => gateway.close());

/** Forks each branch from the former one. */
async function nested(depth: number): Promise<Place> {
  const id = await createConversation(user, `Nested ${depth}`);
  const first = (await messageIn(user, id, { content: 'Unforked' })).id;
  let fork = (await messageIn(user, id, { content: 'Message 0' })).id;
  let branch = 'main';
  for (let level = 1; level <= depth; level++) {
    const { data } = await forkAt(user, id, { parent_message_id: fork });
    branch = data?.id ?? '';
    fork = (await messageIn(user, id, { content: `Message ${level}`, branch_id: branch })).id;
  }
  return { id, branch, first, fork };
}

const conversations = (query: object) => user.api.GET('/api/conversations', { params: { query } });
const settings = (place: Place, temperature: number) =>
  user.api.PATCH('/api/conversations/{conversation_id}/settings', {
    params: { path: { conversation_id: place.id } },
    body: { temperature },
  });

/** The operations on a conversation, each in its most expensive form; begin and commit are counted. */
const WORK: readonly (readonly [name: string, statements: number, (place: Place) => Promise<unknown>])[] = [
  ['createConversation', 7, () => createConversation(user)],
  ['listConversations', 2, () => conversations({})],
  ['listConversations, searched', 2, () => conversations({ search: 'nest' })],
  ['listConversations, searched for two letters', 3, () => conversations({ search: 'ne' })],
  ['getConversation', 1, ({ id }) => readConversation(user, id)],
  ['createMessage', 9, ({ id }) => writeMessage(user, id, { content: 'x' })],
  [
    'createMessage, on a branch with all it can name',
    12,
    ({ id, branch, fork }) =>
      writeMessage(user, id, {
        content: 'x',
        branch_id: branch,
        parent_message_id: fork,
        client_message_id: randomUUID(),
      }),
  ],
  ['listMessages', 2, ({ id }) => branchPage(user, id, 'main')],
  ['listBranchMessages', 3, ({ id, branch }) => branchPage(user, id, branch, { page_size: 100 })],
  [
    'listBranchMessages, deep',
    3,
    ({ id, branch }) => branchPage(user, id, branch, { page_size: 1, page: 2 }),
  ],
  ['editMessage', 11, ({ id, first }) => editMessage(user, id, first, randomUUID())],
  ['listConversationEvents', 2, ({ id }) => eventsOf(user, id)],
  [
    'listConversationEvents, filtered',
    4,
    ({ id }) => eventsOf(user, id, { types: ['message_created'], since: '2026-01-01T00:00:00Z' }),
  ],
  ['updateConversationSettings', 9, (place) => settings(place, Math.random())],
  [
    'createBranch',
    15,
    async ({ id, first }) => {
      const content = 'x';
      const first_message = { content, client_message_id: randomUUID() };
      await forkAt(user, id, { parent_message_id: first, first_message });
    },
  ],
];

describe('the number of statements of a request', () => {
  it.each(WORK)('of %s is %i, for any size of the conversation', async (_name, most, work) => {
    const counts = [small, large].map((place) => () => counter.of(() => work(place)));
    const [few, many] = [await counts[0]?.(), await counts[1]?.()];
    expect(few?.map(({ text }) => text)).toEqual(many?.map(({ text }) => text));
    expect(many?.length).toBe(most);
  });

  it('of deleteMessage is 13, for any size of the conversation', async () => {
    const counts: number[] = [];
    for (const { id, branch } of [small, large]) {
      const note = await messageIn(user, id, { content: 'x', branch_id: branch });
      counts.push((await counter.of(() => deleteMessage(user, id, note.id))).length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[1]).toBe(13);
  });
});

describe('a chain of 198 branches', () => {
  it('lists the messages of all of them, by cursor and by page', async () => {
    const { data } = await branchPage(user, large.id, large.branch, { page_size: 100, page: 2 });
    const expected = Array.from({ length: 100 }, (_value, i) => `Message ${i + 99}`);
    expect(data?.items.map(({ content }) => content)).toEqual(expected);
    expect((await textsOf(user, large.id, large.branch))[1]).toBe('Message 0');
  });
});

const FILTERS = [
  {},
  { archived: true },
  { folder_id: '?' },
  { archived: false, folder_id: '?' },
  { page: 3 },
  { archived: true, page: 3 },
  { folder_id: '?', page: 3 },
] as const;

describe('a list', () => {
  it.each(FILTERS)('of conversations with %o reads an index and does not sort', async (filter) => {
    const query = { ...filter, ...('folder_id' in filter ? { folder_id: folder } : {}) };
    const statements = await counter.of(() => conversations(query));
    const [first] = statements.filter(({ text }) => text.includes('"conversations"'));
    const nodes = await planOf(gateway.database.database, first as Statement);
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    // A numbered page sorts its own rows once more, not those before it.
    if (!('page' in filter)) expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
  });

  it.each(['conversations searched', 'messages', 'branch', 'events', 'events of types', 'branches'])(
    'of %s scans no whole table',
    async (list) => {
      const { id, branch } = small;
      const work: Record<string, () => Promise<unknown>> = {
        'conversations searched': () => conversations({ search: 'nested' }),
        messages: () => branchPage(user, id, 'main'),
        branch: () => branchPage(user, id, branch, { page: 2 }),
        events: () => eventsOf(user, id, { since: '2026-01-01T00:00:00Z' }),
        'events of types': () => eventsOf(user, id, { types: ['message_created', 'branch_created'] }),
        branches: () =>
          user.api.GET('/api/conversations/{session_id}/branches', { params: { path: { session_id: id } } }),
      };
      const statements = await counter.of(work[list] as () => Promise<unknown>);
      expect(statements.length).toBeGreaterThan(1);
      for (const statement of statements) {
        const whole = (await planOf(gateway.database.database, statement)).filter(
          (node) => node['Node Type'] === 'Seq Scan',
        );
        expect([statement.text, whole]).toEqual([statement.text, []]);
      }
    },
  );
});

describe('the total of a list of conversations', () => {
  it('follows every change of state and folder, every deletion, and the deletion of the folder', async () => {
    const member = await gateway.user();
    const total = async (query: object) =>
      (await member.api.GET('/api/conversations', { params: { query } })).data?.total;
    const [a, b] = [await createConversation(member), await createConversation(member)];
    const own = await createFolder(member);
    const { kysely } = gateway.database.database;
    const patch = (id: string, body: { archived?: boolean; folder_id?: string }) =>
      member.api.PATCH('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: id } },
        body,
      });
    await patch(a, { archived: true, folder_id: own });
    await patch(b, { folder_id: own });
    const totals = () =>
      Promise.all(
        [
          {},
          { archived: true },
          { archived: false },
          { folder_id: own },
          { folder_id: own, archived: true },
        ].map(total),
      );
    expect(await totals()).toEqual([2, 1, 1, 2, 1]);
    await sql`delete from folders where id = ${own}`.execute(kysely);
    expect(await totals()).toEqual([2, 1, 1, 0, 0]);
    await member.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: a } },
    });
    expect(await totals()).toEqual([1, 0, 1, 0, 0]);
    await sql`delete from users where id = ${member.userId}`.execute(kysely);
    const { rows } = await sql`select * from conversation_counts where user_id = ${member.userId}`.execute(
      kysely,
    );
    expect(rows).toEqual([]);
  });
});
