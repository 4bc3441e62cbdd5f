import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isText } from '#src/texts.ts';
import { contextOf } from '#test/support/clinical-contexts.ts';
import { createConversation, writeMessage } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
let conversation: string;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  conversation = await createConversation(user);
});

const read = (id: string) =>
  user.api.GET('/api/conversations/{conversation_id}', { params: { path: { conversation_id: id } } });
const countOf = async (id: string): Promise<number | undefined> => (await read(id)).data?.message_count;

describe('createMessage', () => {
  it('returns 201 with the stored message and the defaults of the contract', async () => {
    const { data, response } = await writeMessage(user, conversation, { content: 'Bed 4 is stable.' });
    expect(response.status).toBe(201);
    expect(data?.message).toMatchObject({
      conversation_id: conversation,
      branch_id: 'main',
      role: 'user',
      content: 'Bed 4 is stable.',
      client_message_id: null,
      citations: [],
      metadata: {},
      edited_at: null,
    });
    expect(data?.reply).toBe(undefined);
  });

  it('updates count, preview and version of the conversation', async () => {
    const id = await createConversation(user);
    await writeMessage(user, id, { content: 'First.' });
    await writeMessage(user, id, { content: `Second\n\n${'word '.repeat(100)}` });
    const { data, response } = await read(id);
    expect([data?.message_count, response.headers.get('etag')]).toEqual([2, 'W/"3"']);
    expect(data?.last_message_preview).toMatch(/^Second word word .*…$/);
    expect([...(data?.last_message_preview ?? '')].length).toBeLessThanOrEqual(140);
  });

  it('stores once for one client_message_id, also under parallel retries', async () => {
    const id = await createConversation(user);
    const body = { content: 'Once.', client_message_id: randomUUID(), metadata: { a: 1, b: { c: [1, 2] } } };
    const replies = await Promise.all(Array.from({ length: 8 }, () => writeMessage(user, id, body)));
    expect(replies.map(({ response }) => response.status)).toEqual(Array(8).fill(201));
    expect(new Set(replies.map(({ data }) => data?.message.id)).size).toBe(1);
    expect(
      replies.filter(({ response }) => response.headers.get('idempotent-replayed') === 'true'),
    ).toHaveLength(7);
    expect(await countOf(id)).toBe(1);
  });

  it('treats metadata with another order of keys as the same request', async () => {
    const key = randomUUID();
    await writeMessage(user, conversation, {
      content: 'x',
      client_message_id: key,
      metadata: { a: 1, b: 2 },
    });
    const again = await writeMessage(user, conversation, {
      content: 'x',
      client_message_id: key,
      metadata: { b: 2, a: 1 },
    });
    expect(again.response.headers.get('idempotent-replayed')).toBe('true');
  });

  it('returns 409 for a client_message_id with another content, and stores nothing', async () => {
    const id = await createConversation(user);
    const key = randomUUID();
    await writeMessage(user, id, { content: 'One.', client_message_id: key });
    const { error, response } = await writeMessage(user, id, { content: 'Two.', client_message_id: key });
    expect([response.status, error?.code, await countOf(id)]).toEqual([409, 'idempotency_key_reused', 1]);
  });

  it('stores each of many parallel messages', async () => {
    const id = await createConversation(user);
    await Promise.all(
      Array.from({ length: 12 }, (_value, i) => writeMessage(user, id, { content: `Message ${i}` })),
    );
    const { data } = await user.api.GET('/api/conversations/{conversation_id}/messages', {
      params: { path: { conversation_id: id }, query: { page_size: 50 } },
    });
    expect(new Set(data?.items.map(({ content }) => content)).size).toBe(12);
    expect(await countOf(id)).toBe(12);
  });

  it('keeps text and metadata exactly as the client sent them', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(isText);
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), { maxKeys: 5 }),
        async (content, metadata) => {
          const { data, response } = await writeMessage(user, conversation, { content, metadata });
          expect(response.status).toBe(201);
          expect([data?.message.content, data?.message.metadata]).toEqual([content, { ...metadata }]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('returns 422 for the role of the assistant, an empty content and one that is too long', async () => {
    for (const body of [
      { content: 'x', role: 'assistant' as never },
      { content: '' },
      { content: 'x'.repeat(100_001) },
    ]) {
      expect((await writeMessage(user, conversation, body)).response.status).toBe(422);
    }
  });

  it('returns 422 with the path of a reference to a missing object', async () => {
    const foreign = await writeMessage(user, await createConversation(user), { content: 'Elsewhere.' });
    for (const [field, value] of [
      ['parent_message_id', foreign.data?.message.id],
      ['branch_id', randomUUID()],
      ['clinical_context_id', randomUUID()],
    ] as const) {
      const { error, response } = await writeMessage(user, conversation, { content: 'x', [field]: value });
      expect([field, response.status, error?.errors?.[0]]).toMatchObject([
        field,
        422,
        { path: `/${field}`, rule: 'exists' },
      ]);
    }
  });

  it('accepts a clinical context of this conversation or of none, and returns 422 for any other', async () => {
    const [here, elsewhere] = [await createConversation(user), await createConversation(user)];
    const own = await contextOf(user, { age: 1, session_id: here });
    const alone = await contextOf(user, { age: 2 });
    const other = await contextOf(user, { age: 3, session_id: elsewhere });
    const foreign = await contextOf(await gateway.user(), { age: 4 });
    for (const [{ id }, status] of [
      [own, 201],
      [alone, 201],
      [other, 422],
      [foreign, 422],
    ] as const) {
      const { response } = await writeMessage(user, here, { content: 'x', clinical_context_id: id });
      expect([id, response.status]).toEqual([id, status]);
    }
    expect(await countOf(here)).toBe(2);
  });

  it('stores the message that it follows', async () => {
    const first = await writeMessage(user, conversation, { content: 'First.' });
    const { data } = await writeMessage(user, conversation, {
      content: 'Second.',
      parent_message_id: first.data?.message.id ?? '',
    });
    expect(data?.message.parent_message_id).toBe(first.data?.message.id);
  });

  it("returns 404 for another user's conversation and stores nothing", async () => {
    const id = await createConversation(user);
    const { response } = await writeMessage(await gateway.user(), id, { content: 'Hello.' });
    expect([response.status, await countOf(id)]).toEqual([404, 0]);
  });

  it('returns 501 when an answer of the assistant is asked for, and stores nothing', async () => {
    const id = await createConversation(user);
    const { response } = await writeMessage(user, id, { content: 'Which dose?', reply: true });
    expect([response.status, await countOf(id)]).toEqual([501, 0]);
  });
});
