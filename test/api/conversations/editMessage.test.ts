import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createConversation,
  editMessage,
  eventsOf,
  messageIn,
  readConversation,
  textsOf,
} from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const historyOf = async (id: string) =>
  (
    await sql<{ version: number; content: string; author_id: string }>`
      select version, content, author_id from message_versions where message_id = ${id} order by version`.execute(
      gateway.database.database.kysely,
    )
  ).rows;

describe('editMessage', () => {
  it('returns the new content, the next version and the time of the edit', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'Bed 4.', metadata: { ward: 'A' } });
    const { data, response } = await editMessage(user, id, note.id, 'Bed 5.', note.etag);
    expect(data).toMatchObject({
      ...note,
      content: 'Bed 5.',
      etag: 'W/"2"',
      edited_at: data?.updated_at,
      updated_at: data?.updated_at,
    });
    expect(response.headers.get('etag')).toBe('W/"2"');
    expect(data?.edited_at).not.toBe(null);
    expect(await textsOf(user, id)).toEqual(['Bed 5.']);
  });

  it('keeps every former content with its version and author', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'One' });
    for (const content of ['Two', 'Three']) await editMessage(user, id, note.id, content);
    expect(await historyOf(note.id)).toEqual([
      { version: 1, content: 'One', author_id: user.userId },
      { version: 2, content: 'Two', author_id: user.userId },
    ]);
  });

  it('logs the edit without the content', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'One' });
    await editMessage(user, id, note.id, 'ZX81 secret');
    const { data } = await eventsOf(user, id);
    expect(data?.items.at(-1)).toMatchObject({
      type: 'message_edited',
      message_id: note.id,
      branch_id: 'main',
      changed_fields: ['content'],
    });
    expect(JSON.stringify(data)).not.toContain('ZX81');
  });

  it('updates the version of the conversation, and its preview only for the newest message', async () => {
    const id = await createConversation(user);
    const first = await messageIn(user, id, { content: 'First' });
    const second = await messageIn(user, id, { content: 'Second' });
    await editMessage(user, id, first.id, 'First, edited');
    expect((await readConversation(user, id)).data?.last_message_preview).toBe('Second');
    await editMessage(user, id, second.id, 'Second, edited');
    const { data, response } = await readConversation(user, id);
    expect([data?.last_message_preview, data?.message_count]).toEqual(['Second, edited', 2]);
    expect([data?.last_message_at, response.headers.get('etag')]).toEqual([second.created_at, 'W/"5"']);
  });

  it('changes nothing when the content is the same', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'One' });
    await editMessage(user, id, note.id, 'Two');
    const { data } = await editMessage(user, id, note.id, 'Two');
    expect([data?.etag, (await historyOf(note.id)).length]).toEqual(['W/"2"', 1]);
    expect((await eventsOf(user, id)).data?.total).toBe(3);
  });

  it('returns 412 for a stale version, and keeps one of parallel edits of one version', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'One' });
    const edits = ['Two', 'Three', 'Four'].map((content) =>
      editMessage(user, id, note.id, content, note.etag),
    );
    const statuses = (await Promise.all(edits)).map(({ response }) => response.status);
    expect(statuses.sort()).toEqual([200, 412, 412]);
    expect(await historyOf(note.id)).toHaveLength(1);
  });

  it('returns 409 for an answer of the assistant', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'One' });
    const { kysely } = gateway.database.database;
    await kysely
      .updateTable('messages')
      .set({ role: 'assistant' })
      .where('messages.id', '=', note.id)
      .execute();
    const { error, response } = await editMessage(user, id, note.id, 'Two');
    expect([response.status, error?.code, await textsOf(user, id)]).toEqual([409, 'conflict', ['One']]);
  });

  it('returns 404 for an unknown message, one of another conversation, and one of another user', async () => {
    const [id, other] = [await createConversation(user), await createConversation(user)];
    const note = await messageIn(user, id, { content: 'One' });
    const outcomes = await Promise.all([
      editMessage(user, id, randomUUID(), 'x'),
      editMessage(user, other, note.id, 'x'),
      editMessage(await gateway.user(), id, note.id, 'x'),
    ]);
    expect(outcomes.map(({ response, error }) => [response.status, error?.detail])).toEqual(
      Array(3).fill([404, outcomes[0]?.error?.detail]),
    );
    expect(await textsOf(user, id)).toEqual(['One']);
  });
});
