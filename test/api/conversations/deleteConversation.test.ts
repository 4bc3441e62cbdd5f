import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation, writeMessage } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const remove = (member: Member, id: string, ifMatch?: string) =>
  member.api.DELETE('/api/conversations/{conversation_id}', {
    params: {
      path: { conversation_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
  });

describe('deleteConversation', () => {
  it('returns 204 and deletes the conversation with all its messages', async () => {
    const id = await createConversation(user);
    await writeMessage(user, id, { content: 'Gone soon.' });
    expect((await remove(user, id)).response.status).toBe(204);
    expect((await remove(user, id)).response.status).toBe(404);
    const rows = await gateway.database.database.kysely
      .selectFrom('messages')
      .select('messages.id')
      .where('messages.conversation_id', '=', id)
      .execute();
    expect(rows).toEqual([]);
  });

  it('returns 412 for a stale version and deletes nothing', async () => {
    const id = await createConversation(user);
    await writeMessage(user, id, { content: 'Newer than you know.' });
    expect((await remove(user, id, 'W/"1"')).response.status).toBe(412);
    expect((await remove(user, id, 'W/"2"')).response.status).toBe(204);
  });

  it("returns 404 for another user's conversation and deletes nothing", async () => {
    const id = await createConversation(user);
    expect((await remove(await gateway.user(), id)).response.status).toBe(404);
    expect((await remove(user, id)).response.status).toBe(204);
  });
});
