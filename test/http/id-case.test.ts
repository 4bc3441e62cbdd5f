import { beforeAll, describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import { lowerCase } from '#src/http/request/lower-case.ts';
import { operations } from '#test/support/contract.ts';
import { branchAt, branchPage, createConversation, messageIn, textsOf } from '#test/support/conversations.ts';
import { EventReader } from '#test/support/event-reader.ts';
import { createFolder } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { share, sharedTexts } from '#test/support/shares.ts';

type Schemas = components['schemas'];

let gateway: TestGateway;
let user: Member;
let id: string;
let branch: string;
let fork: string;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  id = await createConversation(user, 'Ward round');
  fork = (await messageIn(user, id, { content: 'On main' })).id;
  branch = (await branchAt(user, id, fork)).id;
});

const get = (path: string) =>
  gateway.fetch(path, { headers: { authorization: `Bearer ${user.accessToken}` } });

describe('an id in capitals', () => {
  it('is taken as branch_id by every operation that takes one', async () => {
    const upper = branch.toUpperCase();
    const written = await messageIn(user, id, { content: 'On the branch', branch_id: upper });
    expect(written.branch_id).toBe(branch);
    const { data } = await user.api.GET('/api/conversations/{conversation_id}/messages', {
      params: { path: { conversation_id: id.toUpperCase() }, query: { branch_id: upper } },
    });
    expect(data?.items.map(({ content }) => content)).toEqual(['On main', 'On the branch']);
    expect((await branchPage(user, id, upper)).data?.total).toBe(2);
    const link = await share(user, id, { branch_id: upper });
    expect(link.branch_id).toBe(branch);
    expect(await sharedTexts(gateway, link.share_token)).toEqual(['On main', 'On the branch']);
    const document = await get(`/api/sessions/${id.toUpperCase()}/export/markdown?branch_id=${upper}`);
    expect(await document.text()).toContain('On the branch');
  });

  it('is answered in lower case, wherever it was sent', async () => {
    const folder = await createFolder(user);
    const made = await user.api.POST('/api/conversations', { body: { folder_id: folder.toUpperCase() } });
    expect(made.data?.folder_id).toBe(folder);
    const moved = await user.api.PATCH('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: String(made.data?.id).toUpperCase() } },
      body: { folder_id: folder.toUpperCase() },
    });
    // The same folder is no change.
    expect([moved.data?.folder_id, moved.response.headers.get('etag')]).toEqual([folder, 'W/"1"']);
    const parent = fork.toUpperCase();
    const message = await messageIn(user, id.toUpperCase(), { content: 'x', parent_message_id: parent });
    expect([message.conversation_id, message.parent_message_id]).toEqual([id, fork]);
    const forked = await user.api.POST('/api/conversations/{session_id}/branches', {
      params: { path: { session_id: id.toUpperCase() } },
      body: { parent_message_id: parent },
    });
    expect(forked.data?.parent_message_id).toBe(fork);
    expect(forked.response.headers.get('location')).toContain(`/api/conversations/${id}/branches/`);
    expect(await textsOf(user, id)).toEqual(['On main', 'x']);
  });

  it('leads to a stream that tells what is written later', async () => {
    const path = `/api/conversations/${id.toUpperCase()}/events?types=message_created&after=3`;
    const reply = await fetch(`${gateway.baseUrl}${path}`, {
      headers: { authorization: `Bearer ${user.accessToken}`, accept: 'text/event-stream' },
    });
    const reader = new EventReader<Schemas['ConversationEvent']>(reply);
    const written = await messageIn(user, id, { content: 'Later' });
    let event = await reader.next();
    while (event !== undefined && event.data.message_id !== written.id) event = await reader.next();
    expect(event?.data.conversation_id).toBe(id);
    await reader.leave();
  });

  it('does not make other texts equal: the branch main has no capitals', async () => {
    expect((await get(`/api/conversations/${id}/messages?branch_id=MAIN`)).status).toBe(422);
  });
});

describe('the places of ids', () => {
  it('are known for every parameter that is an id of ours or of a branch', () => {
    for (const { operationId, path, anyCase } of operations) {
      const ids = [...path.matchAll(/\{(conversation|session|branch|message|folder|user|context)_id\}/g)];
      const known = (anyCase?.path ?? []).map(([name]) => `{${name}}`);
      for (const [name] of ids)
        expect([operationId, known]).toEqual([operationId, expect.arrayContaining([name])]);
    }
  });

  it('are followed into objects and lists, and nothing else is touched', () => {
    const input = {
      body: { id: 'AB', other: 'AB', inner: { id: 'CD' }, list: [{ id: 'EF' }, null, 7], none: null },
    };
    const paths = [['id'], ['inner', 'id'], ['list', '*', 'id'], ['none', 'id'], ['missing']];
    lowerCase(input, { anyCase: { body: paths } } as never);
    expect(input.body).toEqual({
      id: 'ab',
      other: 'AB',
      inner: { id: 'cd' },
      list: [{ id: 'ef' }, null, 7],
      none: null,
    });
  });
});
