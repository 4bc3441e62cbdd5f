import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedConversations } from '#bench/seed-conversations.ts';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { planOf } from '#test/support/query-plan.ts';
import { type Statement, StatementCounter } from '#test/support/statement-counter.ts';

let gateway: TestGateway;
let counter: StatementCounter;
let user: Member;
let folder: string;
const CONVERSATIONS = 2_500;

beforeAll(async () => {
  gateway = await startGateway({ ROLE: 'api' });
  user = await gateway.user();
  const { pool } = gateway.database.database;
  const load = { conversations: CONVERSATIONS, messages: 0, longest: 0, folders: 5 };
  ({ folderId: folder } = await seedConversations(pool, { userId: user.userId, ...load }));
  await pool.query('analyze conversations, conversation_titles');
  counter = new StatementCounter(gateway.database.database);
}, 120_000);
afterAll(() => gateway.close());

const search = async (member: Member, query: { search: string; folder_id?: string; page_size?: number }) =>
  (await member.api.GET('/api/conversations', { params: { query } })).data;

describe('a search for one or two letters', () => {
  it('reads an index for the ids of few matches, and then the rows of these ids', async () => {
    const id = await createConversation(user, 'Quartz ZQ');
    const statements = await counter.of(() => search(user, { search: 'zq' }));
    expect(statements).toHaveLength(3);
    const nodes = await planOf(gateway.database.database, statements[0] as Statement, ['seqscan']);
    const indexes = nodes.map((node) => (node as { 'Index Name'?: string })['Index Name']);
    expect(indexes).toContain('conversation_titles_keys');
    for (const statement of statements.slice(1)) {
      const kinds = (await planOf(gateway.database.database, statement, ['seqscan'])).map(
        (node) => node['Node Type'],
      );
      expect([statement.text, kinds.includes('Seq Scan')]).toEqual([statement.text, false]);
      expect(statement.parameters).toContainEqual([id]);
    }
    expect((await search(user, { search: 'zq' }))?.items.map((item) => item.id)).toEqual([id]);
  });

  it('returns many matches newest first, and counts up to two hundred', async () => {
    const data = await search(user, { search: 'e', page_size: 100 });
    expect(data?.total).toBe(200);
    const whole = await search(user, { search: 'renal', page_size: 100 });
    expect(whole?.items.length).toBe(100);
    const times = (data?.items ?? []).map(({ last_activity_at }) => last_activity_at);
    expect(times).toEqual([...times].sort().reverse());
    expect(data?.items.every(({ title }) => title.toLowerCase().includes('e'))).toBe(true);
    const filed = await search(user, { search: 'e', folder_id: folder });
    expect(filed?.total).toBeGreaterThan(0);
    expect(filed?.total).toBeLessThan(200);
  });

  it('matches any part of the title in any case and Unicode form, and follows its changes', async () => {
    const member = await gateway.user();
    const id = await createConversation(member, 'Ärzte 50%_a 🫀');
    await createConversation(user, 'Ärzte 50%_a 🫀');
    const found = async (part: string) => (await search(member, { search: part }))?.total;
    for (const part of ['Ä', 'är', 'A\u0308', '%_', '%', '_A', '🫀', ' 🫀', '5', 'E '])
      expect([part, await found(part)]).toEqual([part, 1]);
    for (const part of ['xy', 'zz', '__', '\\']) expect([part, await found(part)]).toEqual([part, 0]);
    const rename = { params: { path: { conversation_id: id } }, body: { title: 'XY' } };
    await member.api.PATCH('/api/conversations/{conversation_id}', rename);
    expect([await found('xy'), await found('är')]).toEqual([1, 0]);
    await member.api.DELETE('/api/conversations/{conversation_id}', { params: rename.params });
    expect(await found('xy')).toBe(0);
  });

  it('updates the index when the title changes, and not with other changes', async () => {
    const id = await createConversation(user, 'Kept as it is');
    const { kysely } = gateway.database.database;
    const keysOf = () =>
      kysely
        .selectFrom('conversation_titles')
        .selectAll()
        .where('conversation_id', '=', id)
        .executeTakeFirst();
    await kysely
      .updateTable('conversation_titles')
      .set({ keys: [] })
      .where('conversation_id', '=', id)
      .execute();
    const change = (body: object) =>
      user.api.PATCH('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: id } },
        body,
      });
    await change({ archived: true });
    expect((await keysOf())?.keys).toEqual([]);
    await change({ title: 'Kept anew' });
    expect((await keysOf())?.keys.length).toBeGreaterThan(10);
  });
});
