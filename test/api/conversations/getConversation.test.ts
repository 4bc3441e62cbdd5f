import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const get = (member: Member, id: string, ifNoneMatch?: string) =>
  member.api.GET('/api/conversations/{conversation_id}', {
    params: {
      path: { conversation_id: id },
      ...(ifNoneMatch === undefined ? {} : { header: { 'If-None-Match': ifNoneMatch } }),
    },
  });

describe('getConversation', () => {
  it('returns the conversation with its version', async () => {
    const id = await createConversation(user, 'Ward round');
    const { data, response } = await get(user, id);
    expect([data?.id, data?.title, response.headers.get('etag')]).toEqual([id, 'Ward round', 'W/"1"']);
  });

  it('returns 304 to a client that holds the current version', async () => {
    const id = await createConversation(user);
    for (const held of ['W/"1"', '"1"', 'W/"0", W/"1"', '*']) {
      const { response } = await get(user, id, held);
      expect([held, response.status, response.headers.get('etag')]).toEqual([held, 304, 'W/"1"']);
    }
    expect((await get(user, id, 'W/"0"')).response.status).toBe(200);
  });

  it("returns the same 404 for an unknown and for another user's conversation, also to an admin", async () => {
    const id = await createConversation(user);
    const [stranger, admin] = [await gateway.user(), await gateway.admin()];
    const replies = [await get(stranger, id), await get(admin, id), await get(user, randomUUID())];
    for (const { error, response } of replies) {
      expect([response.status, error?.code, error?.detail]).toEqual([
        404,
        'not_found',
        'There is no such resource, or it is not yours.',
      ]);
    }
  });
});
