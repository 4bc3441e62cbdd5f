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
  it('200 answers the context as it is', async () => {
    const context = await contextOf(user, RECORDED);
    const { data, response } = await readContext(user, context.id);
    expect([data, response.headers.get('etag')]).toEqual([context, 'W/"1"']);
  });

  it('304 meets a copy until the context changes', async () => {
    const { id } = await contextOf(user);
    expect((await readIfNew(id, 'W/"1"')).status).toBe(304);
    await replaceContext(user, id, { age: 4 });
    expect((await readIfNew(id, 'W/"1"')).status).toBe(200);
  });

  it('200 lets it stand alone once its conversation is deleted, in a new version and with its values', async () => {
    const session_id = await createConversation(user);
    const before = await contextOf(user, { ...RECORDED, session_id });
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: session_id } },
    });
    expect((await readConversation(user, session_id)).response.status).toBe(404);
    const { data, response } = await readContext(user, before.id);
    expect([data, response.headers.get('etag')]).toEqual([{ ...before, session_id: null }, 'W/"2"']);
  });

  it('404 meets what is not there and what is of another user', async () => {
    const foreign = await contextOf(await gateway.user(), RECORDED);
    for (const id of [randomUUID(), foreign.id])
      expect((await readContext(user, id)).response.status).toBe(404);
  });
});
