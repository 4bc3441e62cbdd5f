import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  branchAt,
  branchPage,
  createConversation,
  deleteMessage,
  editMessage,
  eventsOf,
  messageIn,
  readConversation,
  textsOf,
  writeMessage,
} from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

describe('deleteMessage', () => {
  it('returns 204 and removes the message from lists, counts and preview', async () => {
    const id = await createConversation(user);
    const kept = await messageIn(user, id, { content: 'Kept' });
    const gone = await messageIn(user, id, { content: 'Gone' });
    expect((await deleteMessage(user, id, gone.id)).response.status).toBe(204);
    expect(await textsOf(user, id)).toEqual(['Kept']);
    expect((await branchPage(user, id, 'main')).data?.total).toBe(1);
    expect((await readConversation(user, id)).data).toMatchObject({
      message_count: 1,
      last_message_preview: 'Kept',
      last_message_at: kept.created_at,
    });
  });

  it('empties count and preview when the last message is deleted', async () => {
    const id = await createConversation(user);
    await deleteMessage(user, id, (await messageIn(user, id, { content: 'Only' })).id);
    expect((await readConversation(user, id)).data).toMatchObject({
      message_count: 0,
      last_message_preview: null,
      last_message_at: null,
    });
  });

  it('keeps the place and the reference of the message that follows', async () => {
    const id = await createConversation(user);
    const first = await messageIn(user, id, { content: 'First' });
    await messageIn(user, id, { content: 'Answer', parent_message_id: first.id });
    await deleteMessage(user, id, first.id);
    const { data } = await branchPage(user, id, 'main');
    expect(data?.items.map(({ content, parent_message_id }) => [content, parent_message_id])).toEqual([
      ['Answer', first.id],
    ]);
  });

  it('logs the deletion without the content', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'ZX81' });
    await deleteMessage(user, id, note.id);
    const { data } = await eventsOf(user, id);
    expect(data?.items.at(-1)).toMatchObject({
      type: 'message_deleted',
      message_id: note.id,
      branch_id: 'main',
    });
    expect(JSON.stringify(data)).not.toContain('ZX81');
  });

  it('returns 409 for a message at which a branch was forked', async () => {
    const id = await createConversation(user);
    const fork = await messageIn(user, id, { content: 'Fork' });
    const branch = await branchAt(user, id, fork.id);
    const { error, response } = await deleteMessage(user, id, fork.id);
    expect([response.status, error?.code, await textsOf(user, id, branch.id)]).toEqual([
      409,
      'conflict',
      ['Fork'],
    ]);
  });

  it('returns 412 for a stale version and deletes nothing', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'One' });
    await editMessage(user, id, note.id, 'Two');
    expect((await deleteMessage(user, id, note.id, note.etag)).response.status).toBe(412);
    expect(await textsOf(user, id)).toEqual(['Two']);
  });

  it('deletes once under parallel requests', async () => {
    const id = await createConversation(user);
    const note = await messageIn(user, id, { content: 'One' });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => deleteMessage(user, id, note.id)));
    expect(outcomes.map(({ response }) => response.status).sort()).toEqual([204, 404, 404, 404]);
    expect((await readConversation(user, id)).data?.message_count).toBe(0);
    expect((await eventsOf(user, id)).data?.total).toBe(3);
  });

  it('makes a late retry of the creation return 409 and not restore the message', async () => {
    const id = await createConversation(user);
    const body = { content: 'One', client_message_id: randomUUID() };
    await deleteMessage(user, id, (await messageIn(user, id, body)).id);
    const { error, response } = await writeMessage(user, id, body);
    expect([response.status, error?.code, await textsOf(user, id)]).toEqual([409, 'conflict', []]);
  });

  it('returns 404 for a message that is unknown, deleted, of another conversation or of another user', async () => {
    const [id, other] = [await createConversation(user), await createConversation(user)];
    const [note, gone] = [
      await messageIn(user, id, { content: 'One' }),
      await messageIn(user, id, { content: 'x' }),
    ];
    await deleteMessage(user, id, gone.id);
    const outcomes = await Promise.all([
      deleteMessage(user, id, gone.id),
      deleteMessage(user, id, randomUUID()),
      deleteMessage(user, other, note.id),
      deleteMessage(await gateway.user(), id, note.id),
    ]);
    expect(outcomes.map(({ response, error }) => [response.status, error?.detail])).toEqual(
      Array(4).fill([404, outcomes[0]?.error?.detail]),
    );
    expect(await textsOf(user, id)).toEqual(['One']);
  });
});
