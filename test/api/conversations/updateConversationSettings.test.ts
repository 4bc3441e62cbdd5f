import { beforeAll, describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import { createConversation, eventsOf } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const patch = (
  member: Member,
  id: string,
  body: components['schemas']['ConversationSettingsUpdate'],
  ifMatch?: string,
) =>
  member.api.PATCH('/api/conversations/{conversation_id}/settings', {
    params: {
      path: { conversation_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
    body,
  });

describe('updateConversationSettings', () => {
  it('keeps absent fields and clears fields that are null', async () => {
    const id = await createConversation(user);
    await patch(user, id, { temperature: 0.5, language: 'en', max_tokens: 100 });
    const { data } = await patch(user, id, { temperature: null, voice: 'echo' });
    expect(data).toMatchObject({ temperature: null, language: 'en', max_tokens: 100, voice: 'echo' });
  });

  it('loses no field under parallel changes', async () => {
    const id = await createConversation(user);
    await Promise.all([
      patch(user, id, { temperature: 0.5 }),
      patch(user, id, { language: 'en' }),
      patch(user, id, { max_tokens: 100 }),
      patch(user, id, { voice: 'echo' }),
    ]);
    const { data, response } = await patch(user, id, { context_window_messages: 3 });
    expect(data).toMatchObject({ temperature: 0.5, language: 'en', max_tokens: 100, voice: 'echo' });
    expect(response.headers.get('etag')).toBe('W/"6"');
    expect((await eventsOf(user, id, { types: ['settings_updated'] })).data?.total).toBe(5);
  });

  it('returns 412 for a stale version and changes nothing', async () => {
    const id = await createConversation(user);
    await patch(user, id, { temperature: 0.5 }, 'W/"1"');
    expect((await patch(user, id, { temperature: 0.7 }, 'W/"1"')).response.status).toBe(412);
    expect((await patch(user, id, { temperature: 0.5 })).data?.temperature).toBe(0.5);
  });

  it('returns 422 for an empty change and for an unknown field', async () => {
    const id = await createConversation(user);
    for (const body of [{}, { mode: 'creative' } as never]) {
      expect((await patch(user, id, body)).response.status).toBe(422);
    }
  });

  it("returns 404 for another user's conversation", async () => {
    const id = await createConversation(user);
    expect((await patch(await gateway.user(), id, { temperature: 0.5 })).response.status).toBe(404);
  });
});
