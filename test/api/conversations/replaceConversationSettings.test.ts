import { beforeAll, describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import { createConversation, eventsOf, readConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

type Settings = components['schemas']['ConversationSettingsReplace'];

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const ALL: Settings = {
  system_prompt: 'ZX81 answers in one paragraph.',
  temperature: 0.25,
  max_tokens: 400,
  context_window_messages: 30,
  language: 'de-DE',
  voice: 'alloy',
};
const NONE: Settings = {
  system_prompt: null,
  temperature: null,
  max_tokens: null,
  context_window_messages: null,
  language: null,
  voice: null,
};

const replace = (member: Member, id: string, body: Settings, ifMatch?: string) =>
  member.api.PUT('/api/conversations/{conversation_id}/settings', {
    params: {
      path: { conversation_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
    body,
  });
const read = async (id: string) =>
  (
    await user.api.GET('/api/conversations/{conversation_id}/settings', {
      params: { path: { conversation_id: id } },
    })
  ).data;

describe('replaceConversationSettings', () => {
  it('stores every given field, and resets a field to its default with null', async () => {
    const id = await createConversation(user);
    const first = await replace(user, id, ALL);
    expect(first.data).toMatchObject(ALL);
    expect(await read(id)).toEqual(first.data);
    const second = await replace(user, id, { ...NONE, temperature: 2 });
    expect(await read(id)).toMatchObject({ ...NONE, temperature: 2 });
    expect([first, second].map(({ response }) => response.headers.get('etag'))).toEqual(['W/"2"', 'W/"3"']);
  });

  it('logs the names of the changed fields, and no value', async () => {
    const id = await createConversation(user);
    await replace(user, id, { ...NONE, system_prompt: 'ZX81', voice: 'alloy' });
    const { data } = await eventsOf(user, id);
    expect(data?.items.at(-1)).toMatchObject({
      type: 'settings_updated',
      changed_fields: ['system_prompt', 'voice'],
    });
    expect(JSON.stringify(data)).not.toContain('ZX81');
  });

  it('keeps the version when nothing changes', async () => {
    const id = await createConversation(user);
    await replace(user, id, ALL);
    const { response } = await replace(user, id, ALL, 'W/"2"');
    expect([response.headers.get('etag'), (await eventsOf(user, id)).data?.total]).toEqual(['W/"2"', 2]);
  });

  it('does not change the activity of the conversation', async () => {
    const id = await createConversation(user);
    const before = await readConversation(user, id);
    await replace(user, id, ALL);
    expect((await readConversation(user, id)).data).toEqual(before.data);
  });

  it('returns 412 to all but one of parallel changes of one version', async () => {
    const id = await createConversation(user);
    const writes = [0.1, 0.2, 0.3].map((temperature) => replace(user, id, { ...ALL, temperature }, 'W/"1"'));
    const statuses = (await Promise.all(writes)).map(({ response }) => response.status);
    expect(statuses.sort()).toEqual([200, 412, 412]);
  });

  it('returns 422 for a missing field and for a value out of its range', async () => {
    const id = await createConversation(user);
    const { voice: _voice, ...incomplete } = ALL;
    for (const body of [incomplete as Settings, { ...ALL, temperature: 2.5 }, { ...ALL, language: 'x' }]) {
      expect((await replace(user, id, body)).response.status).toBe(422);
    }
    expect((await eventsOf(user, id)).data?.total).toBe(1);
  });

  it("returns 404 for another user's conversation and changes nothing", async () => {
    const id = await createConversation(user);
    expect((await replace(await gateway.user(), id, ALL)).response.status).toBe(404);
    expect(await read(id)).toMatchObject(NONE);
  });
});
