import { beforeAll, describe, expect, it } from 'vitest';
import { createConversation } from '#test/support/conversations.ts';
import { createFolder } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

interface Change {
  readonly title?: string;
  readonly folder_id?: string | null;
  readonly archived?: boolean;
}

const update = (member: Member, id: string, body: Change, ifMatch?: string) =>
  member.api.PATCH('/api/conversations/{conversation_id}', {
    params: {
      path: { conversation_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
    body,
  });

describe('updateConversation', () => {
  it('changes the given fields only, and returns the next version', async () => {
    const id = await createConversation(user, 'Before');
    const { data, response } = await update(user, id, { archived: true });
    expect(data).toMatchObject({ title: 'Before', archived: true });
    expect(response.headers.get('etag')).toBe('W/"2"');
    expect((await update(user, id, { title: 'After' })).data).toMatchObject({
      title: 'After',
      archived: true,
    });
  });

  it('moves the conversation into a folder of the caller, and out of it with null', async () => {
    const id = await createConversation(user);
    const folder = await createFolder(user);
    expect((await update(user, id, { folder_id: folder })).data?.folder_id).toBe(folder);
    expect((await update(user, id, { title: 'x' })).data?.folder_id).toBe(folder);
    expect((await update(user, id, { folder_id: null })).data?.folder_id).toBe(null);
  });

  it("returns 422 for another user's folder", async () => {
    const id = await createConversation(user);
    const folder = await createFolder(await gateway.user());
    expect((await update(user, id, { folder_id: folder })).response.status).toBe(422);
  });

  it('returns 412 for a stale version, and to one of two parallel changes of one version', async () => {
    const id = await createConversation(user);
    const both = await Promise.all([
      update(user, id, { title: 'A' }, 'W/"1"'),
      update(user, id, { title: 'B' }, 'W/"1"'),
    ]);
    expect(both.map(({ response }) => response.status).sort()).toEqual([200, 412]);
    expect((await update(user, id, { title: 'C' }, '"of-another-kind"')).error?.code).toBe(
      'precondition_failed',
    );
    expect((await update(user, id, { title: 'D' }, 'W/"2", W/"7"')).response.status).toBe(200);
    expect((await update(user, id, { title: 'E' }, '*')).response.status).toBe(200);
  });

  it('returns 422 for an If-Match that is no entity tag', async () => {
    const id = await createConversation(user);
    expect((await update(user, id, { title: 'A' }, 'one')).response.status).toBe(422);
  });

  it('returns 422 for an empty change', async () => {
    const id = await createConversation(user);
    expect((await update(user, id, {})).error?.errors?.[0]?.rule).toBe('minProperties');
  });

  it("returns 404 for another user's conversation and changes nothing", async () => {
    const id = await createConversation(user, 'Mine');
    const stranger = await gateway.user();
    expect((await update(stranger, id, { title: 'Theirs' })).response.status).toBe(404);
    expect((await update(user, id, { archived: false })).data?.title).toBe('Mine');
  });
});
