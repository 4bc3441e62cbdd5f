import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFolder, deleteFolder } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const create = (member: Member, body: { title?: string; folder_id?: string | null }, key?: string) =>
  member.api.POST('/api/conversations', {
    body,
    ...(key === undefined ? {} : { params: { header: { 'Idempotency-Key': key } } }),
  });

describe('createConversation', () => {
  it('returns 201 with an empty conversation, its location and its version', async () => {
    const { data, response } = await create(user, { title: 'Ward round' });
    expect(response.status).toBe(201);
    expect(data).toMatchObject({ title: 'Ward round', message_count: 0, archived: false, folder_id: null });
    expect(response.headers.get('location')).toBe(`/api/conversations/${data?.id}`);
    expect(response.headers.get('etag')).toBe('W/"1"');
  });

  it('uses the default title of the contract when none is given', async () => {
    expect((await create(user, {})).data?.title).toBe('New conversation');
  });

  it('keeps every character of a title', async () => {
    const title = `"\\ \u00a0\u202e <b> 🫀 ${'ä'.repeat(200)}`;
    const { data } = await create(user, { title });
    const read = await user.api.GET('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: data?.id ?? '' } },
    });
    expect(read.data?.title).toBe(title);
  });

  it('creates once for one key, also under parallel retries, and returns the same reply to all', async () => {
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 8 }, () => create(user, { title: 'Once' }, key)));
    expect(new Set(replies.map(({ data }) => data?.id)).size).toBe(1);
    expect(replies.map(({ response }) => response.status)).toEqual(Array(8).fill(201));
    expect(
      replies.filter(({ response }) => response.headers.get('idempotent-replayed') === 'true'),
    ).toHaveLength(7);
    expect(new Set(replies.map(({ response }) => response.headers.get('etag')))).toEqual(new Set(['W/"1"']));
  });

  it('returns 409 for a key that was used with another body', async () => {
    const key = randomUUID();
    await create(user, { title: 'One' }, key);
    const { error, response } = await create(user, { title: 'Two' }, key);
    expect([response.status, error?.code]).toEqual([409, 'idempotency_key_reused']);
  });

  it('lets two users use the same key', async () => {
    const key = randomUUID();
    const other = await gateway.user();
    const [a, b] = [await create(user, { title: 'Same' }, key), await create(other, { title: 'Same' }, key)];
    expect(a.data?.id).not.toBe(b.data?.id);
  });

  it('forgets the key of a failed request', async () => {
    const key = randomUUID();
    const failed = await create(user, { title: 'x', folder_id: randomUUID() }, key);
    expect(failed.response.status).toBe(422);
    expect((await create(user, { title: 'x' }, key)).response.status).toBe(201);
  });

  it('creates the conversation in a folder of the caller', async () => {
    const folder = await createFolder(user);
    expect((await create(user, { title: 'x', folder_id: folder })).data?.folder_id).toBe(folder);
  });

  it("returns 422 for an unknown, deleted or another user's folder", async () => {
    const gone = await createFolder(user);
    await deleteFolder(user, gone);
    for (const folder of [randomUUID(), gone, await createFolder(await gateway.user())]) {
      const { error, response } = await create(user, { title: 'x', folder_id: folder });
      expect([response.status, error?.errors?.[0]]).toMatchObject([
        422,
        { in: 'body', path: '/folder_id', rule: 'exists' },
      ]);
    }
  });
});
