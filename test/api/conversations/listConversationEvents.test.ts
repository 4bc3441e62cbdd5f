import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  branchAt,
  createConversation,
  deleteMessage,
  editMessage,
  eventsOf,
  messageIn,
  writeMessage,
} from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
let id: string;
let note: string;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  id = await createConversation(user);
  note = (await messageIn(user, id, { content: 'One' })).id;
  await editMessage(user, id, note, 'Two');
  await branchAt(user, id, note);
  const path = { conversation_id: id };
  await user.api.PATCH('/api/conversations/{conversation_id}', {
    params: { path },
    body: { title: 'New', archived: true },
  });
  await user.api.PATCH('/api/conversations/{conversation_id}/settings', {
    params: { path },
    body: { voice: 'echo' },
  });
  await deleteMessage(user, id, (await messageIn(user, id, { content: 'Three' })).id);
});

const TYPES = [
  'conversation_created',
  'message_created',
  'message_edited',
  'branch_created',
  'conversation_updated',
  'settings_updated',
  'message_created',
  'message_deleted',
];

describe('listConversationEvents', () => {
  it('200 holds every change once, numbered without gaps', async () => {
    const { data } = await eventsOf(user, id);
    expect(data?.items.map(({ type }) => type)).toEqual(TYPES);
    expect(data?.items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(data?.total).toBe(8);
    expect(data?.items[4]).toMatchObject({
      changed_fields: ['title', 'archived'],
      message_id: null,
      branch_id: null,
    });
  });

  it('numbers parallel changes without gaps and repeats', async () => {
    const own = await createConversation(user);
    await Promise.all(
      Array.from({ length: 20 }, (_value, i) => writeMessage(user, own, { content: `${i}` })),
    );
    const { data } = await eventsOf(user, own, { page_size: 100 });
    expect(data?.items.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_value, i) => i + 1));
    const times = data?.items.map(({ occurred_at }) => occurred_at) ?? [];
    expect(times).toEqual([...times].sort());
  });

  it('logs nothing of a change that was refused', async () => {
    const own = await createConversation(user);
    await writeMessage(user, own, { content: 'x', branch_id: randomUUID() });
    await editMessage(user, own, randomUUID(), 'x');
    expect((await eventsOf(user, own)).data?.total).toBe(1);
  });

  it('200 goes on behind a position, and counts from there', async () => {
    const { data } = await eventsOf(user, id, { after: 5 });
    expect([data?.items.map(({ seq }) => seq), data?.total]).toEqual([[6, 7, 8], 3]);
    expect((await eventsOf(user, id, { after: 900 })).data).toMatchObject({ items: [], total: 0 });
  });

  it('200 takes only some types, and pages and counts them', async () => {
    const types = ['message_created' as const, 'branch_created' as const];
    const first = await eventsOf(user, id, { types, page_size: 2 });
    expect([first.data?.items.map(({ seq }) => seq), first.data?.total]).toEqual([[2, 4], 3]);
    const second = await eventsOf(user, id, { types, page_size: 2, cursor: first.data?.next_cursor ?? '' });
    expect([second.data?.items.map(({ seq }) => seq), second.data?.next_cursor]).toEqual([[7], null]);
    const numbered = await eventsOf(user, id, { types, page_size: 2, page: 2 });
    expect(numbered.data?.items.map(({ seq }) => seq)).toEqual([7]);
    const behind = await eventsOf(user, id, { types, after: 2 });
    expect([behind.data?.items.map(({ seq }) => seq), behind.data?.total]).toEqual([[4, 7], 2]);
    expect((await eventsOf(user, id, { types: ['answer_failed'] })).data?.total).toBe(0);
  });

  it('200 takes only events at or after a time', async () => {
    const all = await eventsOf(user, id);
    const since = all.data?.items[4]?.occurred_at ?? '';
    const { data } = await eventsOf(user, id, { since });
    const expected = all.data?.items.filter(({ occurred_at }) => occurred_at >= since) ?? [];
    expect([data?.items, data?.total]).toEqual([expected, expected.length]);
    expect((await eventsOf(user, id, { since: '2999-01-01T00:00:00+02:00' })).data?.total).toBe(0);
  });

  it('422 meets a leap second, which no clock here knows', async () => {
    const { error, response } = await eventsOf(user, id, { since: '2016-12-31T23:59:60Z' });
    expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/since']);
  });

  it('goes away with its conversation', async () => {
    const own = await createConversation(user);
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: own } },
    });
    expect((await eventsOf(user, own)).response.status).toBe(404);
  });

  it('404 meets another user', async () => {
    expect((await eventsOf(await gateway.user(), id)).response.status).toBe(404);
  });
});
