import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation, readConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const read = (member: Member, id: string, held?: string) =>
  member.api.GET('/api/conversations/{conversation_id}/settings', {
    params: {
      path: { conversation_id: id },
      ...(held === undefined ? {} : { header: { 'If-None-Match': held } }),
    },
  });

describe('getConversationSettings', () => {
  it('returns empty settings in version 1 for a new conversation', async () => {
    const id = await createConversation(user);
    const { data, response } = await read(user, id);
    expect(data).toEqual({
      system_prompt: null,
      temperature: null,
      max_tokens: null,
      context_window_messages: null,
      language: null,
      voice: null,
      updated_at: (await readConversation(user, id)).data?.created_at,
    });
    expect(response.headers.get('etag')).toBe('W/"1"');
  });

  it('returns 304 to a client that holds the current version', async () => {
    const id = await createConversation(user);
    const held = (await read(user, id)).response.headers.get('etag') ?? '';
    expect((await read(user, id, held)).response.status).toBe(304);
    expect((await read(user, id, 'W/"7"')).response.status).toBe(200);
  });

  it('returns 412 when the settings are not in the version that If-Match names', async () => {
    const id = await createConversation(user);
    const statuses: number[] = [];
    for (const wanted of ['W/"1"', 'W/"7"']) {
      const reply = await gateway.fetch(`/api/conversations/${id}/settings`, {
        headers: { authorization: `Bearer ${user.accessToken}`, 'if-match': wanted },
      });
      statuses.push(reply.status);
    }
    expect(statuses).toEqual([200, 412]);
  });

  it("returns 404 for an unknown and for another user's conversation", async () => {
    const id = await createConversation(user);
    const outcomes = [await read(await gateway.user(), id), await read(user, randomUUID())];
    expect(outcomes.map(({ response }) => response.status)).toEqual([404, 404]);
  });
});
