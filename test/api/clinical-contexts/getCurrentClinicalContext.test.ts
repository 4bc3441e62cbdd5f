import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  contextOf,
  currentContext,
  deleteContext,
  RECORDED,
  replaceContext,
} from '#test/support/clinical-contexts.ts';
import { createConversation } from '#test/support/conversations.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

describe('getCurrentClinicalContext', () => {
  it('returns the context of the given conversation only', async () => {
    const user = await gateway.user();
    const [first, second] = [await createConversation(user), await createConversation(user)];
    const context = await contextOf(user, { ...RECORDED, session_id: first });
    await contextOf(user, { age: 3 });
    const { data, response } = await currentContext(user, first);
    expect([data, response.headers.get('etag')]).toEqual([context, 'W/"1"']);
    const other = await currentContext(user, second);
    expect([other.response.status, other.error?.code]).toEqual([404, 'not_found']);
  });

  it('returns the context that was changed last when no conversation is given', async () => {
    const user = await gateway.user();
    const session_id = await createConversation(user);
    const first = await contextOf(user, { age: 1, session_id });
    const second = await contextOf(user, { age: 2 });
    expect((await currentContext(user)).data?.id).toBe(second.id);
    // Changes of one millisecond are told apart by their ids alone.
    while (Date.now() <= Date.parse(second.updated_at)) await sleep(1);
    await replaceContext(user, first.id, { age: 11 });
    expect((await currentContext(user)).data).toMatchObject({ id: first.id, age: 11 });
    await deleteContext(user, first.id);
    expect((await currentContext(user)).data?.id).toBe(second.id);
  });

  it('does not count the deletion of a conversation as a change of its context', async () => {
    const user = await gateway.user();
    const session_id = await createConversation(user);
    await contextOf(user, { age: 1, session_id });
    const second = await contextOf(user, { age: 2 });
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: session_id } },
    });
    expect((await currentContext(user)).data?.id).toBe(second.id);
  });

  it("returns 404 to a user without a context, and for an unknown or another user's conversation", async () => {
    const user = await gateway.user();
    const stranger = await gateway.user();
    const session_id = await createConversation(user);
    await contextOf(user, { ...RECORDED, session_id });
    expect((await currentContext(stranger)).response.status).toBe(404);
    expect((await currentContext(stranger, session_id)).response.status).toBe(404);
    expect((await currentContext(user, randomUUID())).response.status).toBe(404);
  });

  it('returns 405 for PUT and DELETE, although the path resembles that of a context', async () => {
    const user = await gateway.user();
    for (const method of ['PUT', 'DELETE']) {
      const reply = await gateway.fetch('/api/clinical-contexts/current', {
        method,
        headers: { authorization: `Bearer ${user.accessToken}` },
      });
      expect([method, reply.status]).toEqual([method, 405]);
    }
  });
});
