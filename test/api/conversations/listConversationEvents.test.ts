import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import {
  branchAt,
  createConversation,
  deleteMessage,
  editMessage,
  eventsOf,
  messageIn,
  writeMessage,
} from '#test/support/conversations.ts';
import { EventReader } from '#test/support/event-reader.ts';
import { type Member, startGateway, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { problemOf } from '#test/support/replies.ts';

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
  it('returns every change once, numbered without gaps', async () => {
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

  it('numbers parallel changes without gaps or repeats', async () => {
    const own = await createConversation(user);
    await Promise.all(
      Array.from({ length: 20 }, (_value, i) => writeMessage(user, own, { content: `${i}` })),
    );
    const { data } = await eventsOf(user, own, { page_size: 100 });
    expect(data?.items.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_value, i) => i + 1));
    const times = data?.items.map(({ occurred_at }) => occurred_at) ?? [];
    expect(times).toEqual([...times].sort());
  });

  it('logs nothing for a refused change', async () => {
    const own = await createConversation(user);
    await writeMessage(user, own, { content: 'x', branch_id: randomUUID() });
    await editMessage(user, own, randomUUID(), 'x');
    expect((await eventsOf(user, own)).data?.total).toBe(1);
  });

  it('returns and counts the events after a position', async () => {
    const { data } = await eventsOf(user, id, { after: 5 });
    expect([data?.items.map(({ seq }) => seq), data?.total]).toEqual([[6, 7, 8], 3]);
    expect((await eventsOf(user, id, { after: 8 })).data).toMatchObject({ items: [], total: 0 });
  });

  it('returns 409 for a position past the end, which names the end', async () => {
    for (const after of [9, 900, Number.MAX_SAFE_INTEGER]) {
      const { error, response } = await eventsOf(user, id, { after });
      expect([response.status, error?.code, error?.errors?.[0]?.path]).toEqual([
        409,
        'position_past_end',
        '/after',
      ]);
      expect(error?.detail).toContain('ends at 8');
    }
    const reply = await gateway.fetch(`/api/conversations/${id}/events`, {
      headers: { authorization: `Bearer ${user.accessToken}`, 'last-event-id': '9' },
    });
    expect(await reply.json()).toMatchObject({
      status: 409,
      errors: [{ in: 'header', path: '/last-event-id' }],
    });
  });

  it('returns 409 when the further of after and Last-Event-ID lies past the end', async () => {
    for (const [after, lastEventId, paths] of [
      ['9', '1', ['/after']],
      ['1', '9', ['/last-event-id']],
      ['10', '9', ['/after', '/last-event-id']],
    ] as const) {
      const reply = await gateway.fetch(`/api/conversations/${id}/events?after=${after}`, {
        headers: { authorization: `Bearer ${user.accessToken}`, 'last-event-id': lastEventId },
      });
      const { status, errors } = await problemOf(reply);
      expect([status, errors?.map(({ path }) => path)]).toEqual([409, paths]);
    }
  });

  it('takes every time that the contract permits', async () => {
    const times = [
      ['0000-01-01T00:00:00Z', 8],
      ['0000-01-01T00:00:00+23:59', 8],
      ['0001-01-01T00:00:00.000000000Z', 8],
      ['2026-03-02t08:00:00z', 8],
      ['9999-12-31T23:59:59.999-23:59', 0],
    ] as const;
    for (const [since, total] of times) {
      const { data, response } = await eventsOf(user, id, { since });
      expect([since, response.status, data?.total]).toEqual([since, 200, total]);
    }
    for (const since of [
      '-4713-01-01T00:00:00Z',
      '+294277-01-01T00:00:00Z',
      'infinity',
      '2026-02-30T00:00:00Z',
    ])
      expect([since, (await eventsOf(user, id, { since })).response.status]).toEqual([since, 422]);
  });

  it('filters by type, and pages and counts the filtered events', async () => {
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

  it('returns only the events at or after a time', async () => {
    const all = await eventsOf(user, id);
    const since = all.data?.items[4]?.occurred_at ?? '';
    const { data } = await eventsOf(user, id, { since });
    const expected = all.data?.items.filter(({ occurred_at }) => occurred_at >= since) ?? [];
    expect([data?.items, data?.total]).toEqual([expected, expected.length]);
    expect((await eventsOf(user, id, { since: '2999-01-01T00:00:00+02:00' })).data?.total).toBe(0);
  });

  it('returns 422 for a leap second', async () => {
    const { error, response } = await eventsOf(user, id, { since: '2016-12-31T23:59:60Z' });
    expect([response.status, error?.errors?.[0]?.path]).toEqual([422, '/since']);
  });

  it('returns 404 after the conversation was deleted', async () => {
    const own = await createConversation(user);
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: own } },
    });
    expect((await eventsOf(user, own)).response.status).toBe(404);
  });

  it("returns 404 for another user's conversation", async () => {
    expect((await eventsOf(await gateway.user(), id)).response.status).toBe(404);
  });
});

type Event = components['schemas']['ConversationEvent'];

/** Opens the log as a stream, at any replica. */
async function follow(
  baseUrl: string,
  member: Member,
  conversationId: string,
  { query = '', lastEventId }: { query?: string; lastEventId?: string } = {},
): Promise<EventReader<Event>> {
  const reply = await fetch(`${baseUrl}/api/conversations/${conversationId}/events${query}`, {
    headers: {
      authorization: `Bearer ${member.accessToken}`,
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  });
  return new EventReader<Event>(reply);
}

async function take(reader: EventReader<Event>, count: number): Promise<Event[]> {
  const events: Event[] = [];
  for (let event = await reader.next(); event !== undefined; event = await reader.next()) {
    events.push(event.data);
    if (events.length === count) break;
  }
  return events;
}

describe('listConversationEvents as a stream', () => {
  it('sends the existing events and then each change when it is made', async () => {
    const own = await createConversation(user);
    await writeMessage(user, own, { content: 'Before' });
    const reader = await follow(gateway.baseUrl, user, own);
    expect((await take(reader, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
    for (const content of ['One', 'Two']) {
      const { data } = await writeMessage(user, own, { content });
      expect(await take(reader, 1)).toMatchObject([
        { type: 'message_created', message_id: data?.message.id },
      ]);
    }
    await reader.leave();
  });

  it('sends the events of the list, with the position as the id of each', async () => {
    const reader = await follow(gateway.baseUrl, user, id);
    expect(await take(reader, TYPES.length)).toEqual((await eventsOf(user, id)).data?.items);
    expect(reader.lastEventId).toBe(String(TYPES.length));
    await reader.leave();
  });

  it('continues after the later of Last-Event-ID and after, and filters by type', async () => {
    const seqs = async (options: { query?: string; lastEventId?: string }, count: number) => {
      const reader = await follow(gateway.baseUrl, user, id, options);
      const events = await take(reader, count);
      await reader.leave();
      return events.map(({ seq }) => seq);
    };
    expect(await seqs({ query: '?after=3', lastEventId: '6' }, 2)).toEqual([7, 8]);
    expect(await seqs({ query: '?after=6', lastEventId: '2' }, 2)).toEqual([7, 8]);
    expect(await seqs({ query: '?types=message_created&types=message_deleted' }, 3)).toEqual([2, 7, 8]);
  });

  it.each([
    'types=message_created&types=message_deleted',
    'types=message_created,message_deleted',
    'types=message_created%2Cmessage_deleted',
  ])('reads the types of events from ?%s', async (query) => {
    const reply = await gateway.fetch(`/api/conversations/${id}/events?${query}`, {
      headers: { authorization: `Bearer ${user.accessToken}` },
    });
    const { items } = (await reply.json()) as { items: readonly { type: string }[] };
    expect(new Set(items.map(({ type }) => type))).toEqual(new Set(['message_created', 'message_deleted']));
  });

  it.each(['types=message_created,', 'types=', 'types=message_created%2Cnothing'])(
    'returns 422 for ?%s',
    async (query) => {
      const path = `/api/conversations/${id}/events?${query}`;
      const { errors } = await problemOf(
        await gateway.fetch(path, { headers: { authorization: `Bearer ${user.accessToken}` } }),
      );
      expect(errors?.map(({ in: place, rule }) => [place, rule])).toEqual([['query', 'enum']]);
    },
  );

  it('answers a position past the end with a reset, and goes on behind the end', async () => {
    const own = await createConversation(user);
    for (const options of [
      { lastEventId: '900' },
      { lastEventId: '4503599627370496' },
      { lastEventId: '9007199254740991' },
      { query: '?after=900' },
      { query: '?after=900', lastEventId: '1' },
      { query: '?types=message_edited&after=3' },
    ]) {
      const reader = await follow(gateway.baseUrl, user, own, options);
      expect(await reader.next()).toEqual({ event: 'reset', id: '1', data: { last_seq: 1 } });
      expect(reader.lastEventId).toBe('1');
      await reader.leave();
    }
    const reader = await follow(gateway.baseUrl, user, own, { lastEventId: '900' });
    await reader.next();
    await writeMessage(user, own, { content: 'After the reset' });
    expect(await take(reader, 1)).toMatchObject([{ seq: 2, type: 'message_created' }]);
    await reader.leave();
  });

  it('is reset while it is open when the database is set back to an earlier state', async () => {
    const own = await createConversation(user);
    for (const content of ['One', 'Two', 'Three']) await writeMessage(user, own, { content });
    const reader = await follow(gateway.baseUrl, user, own);
    expect((await take(reader, 4)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    const { database } = gateway.database;
    await database.pool.query('delete from conversation_events where conversation_id = $1 and seq > 2', [
      own,
    ]);
    await database.pool.query('update conversations set event_seq = 2 where id = $1', [own]);
    // A notice without a position makes the gateway look at once, which it does of itself every ten seconds.
    const { notifications } = gateway.app.platform;
    await database.transactAlone((tx) => notifications.publish(tx, { channel: 'conversation', key: own }));
    expect(await reader.next()).toEqual({ event: 'reset', id: '2', data: { last_seq: 2 } });
    await writeMessage(user, own, { content: 'Three, again' });
    expect(await take(reader, 1)).toMatchObject([{ seq: 3, type: 'message_created' }]);
    await reader.leave();
  });

  it('resumes under parallel writes without a gap or a repeat', {
    timeout: 120_000,
  }, async () => {
    const own = await createConversation(user);
    const writes = 40;
    const writing = Promise.all(
      Array.from({ length: writes }, (_value, i) => writeMessage(user, own, { content: `${i}` })),
    );
    const seen: number[] = [];
    let lastEventId: string | undefined;
    while (seen.length < writes + 1) {
      const reader = await follow(
        gateway.baseUrl,
        user,
        own,
        lastEventId === undefined ? {} : { lastEventId },
      );
      seen.push(...(await take(reader, Math.min(3, writes + 1 - seen.length))).map(({ seq }) => seq));
      lastEventId = reader.lastEventId;
      await reader.leave();
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: writes + 1 }, (_value, i) => i + 1));
  });

  it('sends changes that were made at another replica', { timeout: 120_000 }, async () => {
    const { database } = gateway.database;
    const settings = gateway.database.url === undefined ? {} : { DATABASE_URL: gateway.database.url };
    const [one, two] = [
      await startGateway(settings, { database }),
      await startGateway(settings, { database }),
    ];
    try {
      const own = await createConversation(user);
      const reader = await follow(one.baseUrl, user, own);
      await take(reader, 1);
      const there = two.client(user.accessToken);
      await there.PATCH('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: own } },
        body: { title: 'There' },
      });
      expect(await take(reader, 1)).toMatchObject([{ seq: 2, type: 'conversation_updated' }]);
      await there.DELETE('/api/conversations/{conversation_id}', {
        params: { path: { conversation_id: own } },
      });
      expect(await reader.next()).toBe(undefined);
    } finally {
      await one.close();
      await two.close();
    }
  });

  it("returns 404 for another user's conversation, and 422 for a malformed Last-Event-ID", async () => {
    const ask = (member: Member, lastEventId?: string) =>
      gateway.fetch(`/api/conversations/${id}/events`, {
        headers: {
          authorization: `Bearer ${member.accessToken}`,
          accept: 'text/event-stream',
          ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
        },
      });
    expect((await ask(await gateway.user())).status).toBe(404);
    for (const malformed of ['x-7', '01', '00', '-1', '1.0', '1e3', '9007199254740992', '9'.repeat(64)]) {
      const refused = await ask(user, malformed);
      const { status, errors } = (await refused.json()) as {
        status: number;
        errors: { in: string; path: string }[];
      };
      const places = new Set(errors.map((each) => `${each.in} ${each.path}`));
      expect([malformed, status, [...places]]).toEqual([malformed, 422, ['header /last-event-id']]);
    }
  });
});
