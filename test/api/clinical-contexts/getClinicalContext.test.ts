import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf, RECORDED, readContext, replaceContext } from '#test/support/clinical-contexts.ts';
import { createConversation, readConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const readIfNew = (id: string, etag: string) =>
  gateway.fetch(`/api/clinical-contexts/${id}`, {
    headers: { authorization: `Bearer ${user.accessToken}`, 'if-none-match': etag },
  });

describe('getClinicalContext', () => {
  it('returns the context', async () => {
    const context = await contextOf(user, RECORDED);
    const { data, response } = await readContext(user, context.id);
    expect([data, response.headers.get('etag')]).toEqual([context, 'W/"1"']);
  });

  it('returns 412 when the context is not in the version that If-Match names', async () => {
    const { id } = await contextOf(user);
    const read = (wanted: string) =>
      gateway.fetch(`/api/clinical-contexts/${id}`, {
        headers: { authorization: `Bearer ${user.accessToken}`, 'if-match': wanted },
      });
    expect([(await read('W/"1"')).status, (await read('W/"7"')).status]).toEqual([200, 412]);
  });

  it('returns 304 until the context changes', async () => {
    const { id } = await contextOf(user);
    expect((await readIfNew(id, 'W/"1"')).status).toBe(304);
    await replaceContext(user, id, { age: 4 });
    expect((await readIfNew(id, 'W/"1"')).status).toBe(200);
  });

  it('returns the context in a new version, without a conversation, after its conversation was deleted', async () => {
    const session_id = await createConversation(user);
    const before = await contextOf(user, { ...RECORDED, session_id });
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: session_id } },
    });
    expect((await readConversation(user, session_id)).response.status).toBe(404);
    const { data, response } = await readContext(user, before.id);
    expect([data, response.headers.get('etag')]).toEqual([{ ...before, session_id: null }, 'W/"2"']);
  });

  it("returns 404 for an unknown or another user's context", async () => {
    const foreign = await contextOf(await gateway.user(), RECORDED);
    for (const id of [randomUUID(), foreign.id])
      expect((await readContext(user, id)).response.status).toBe(404);
  });
});
